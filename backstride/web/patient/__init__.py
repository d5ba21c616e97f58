"""Screens of the patient: start, check-in, today, the guided session, walk, flare, and what is wrong."""
