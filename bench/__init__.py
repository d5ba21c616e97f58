"""Measurements: each program has a `main()` that prints its figures and returns them; `./run bench` collects them."""
