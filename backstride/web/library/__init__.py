"""Public pages: what Backstride is, and what it knows."""
