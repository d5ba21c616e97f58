"""From a posed body to SVG: camera, hidden lines, curves, colors."""
