"""Pose descriptions: what authors write, read strictly, and the postures that meet it."""
