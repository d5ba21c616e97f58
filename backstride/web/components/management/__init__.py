"""Commands of the components app."""
