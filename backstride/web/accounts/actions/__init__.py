"""What can be done to accounts: one verb per module, each one transaction."""
