"""What stands on the floor or is held in the hands."""
