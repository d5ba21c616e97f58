"""`manage.py add_practitioner`."""
