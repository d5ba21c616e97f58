"""Checks that need no eye: postures frame by frame, and the drawn files."""
