"""Screens of the practitioner: caseload, patient, assessment, program, invitation."""
