"""The demo clinic: invented people and their weeks, told relative to today through the same actions as real input."""
