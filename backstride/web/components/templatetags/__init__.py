"""Template tags; every template has them without loading (see settings)."""
