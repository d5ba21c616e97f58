"""`manage.py build_fonts`."""
