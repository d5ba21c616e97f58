"""Writes that cross tables: one verb a file, one transaction each."""
