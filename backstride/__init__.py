"""Backstride: a diagnosed cause of sciatica, turned into a controlled and progressive exercise program."""

__version__ = "0.3.0"
