"""The colors of a figure: CSS variables with light defaults, and the dark values for pictures shown on their own."""

LIGHT = {
    "skin": "#F3C9A5",
    "shirt": "#6BA6BC",
    "shorts": "#43607F",
    "shoe": "#F4F7F8",
    "hair": "#5B4037",
    "line": "#1C2F3D",
    "rim": "none",
    "muscle": "#D1453B",
    "prop": "#D9C9A3",
    "mat": "#C7D5D9",
    "arrow": "#0B5568",
    "region": "transparent",
    "pain": "#8E439C",
    "dot": "#FFFFFF",
}
DARK = {
    "skin": "#E3B48C",
    "shirt": "#5FA3BC",
    "shorts": "#587BA3",
    "shoe": "#D5DEE2",
    "hair": "#8A6250",
    "line": "#0B141A",
    "rim": "#E9F1F3",
    "muscle": "#F0685C",
    "prop": "#8C7A5B",
    "mat": "#2C3D49",
    "arrow": "#83CFE0",
}


def color(name: str) -> str:
    """The variable of one color with its light default."""
    return f"var(--figure-{name},{LIGHT[name]})"


def dark_style() -> str:
    """Dark colors for a picture that is its own document; pages that hold the picture set the variables themselves."""
    values = ";".join(f"--figure-{name}:{value}" for name, value in DARK.items())
    return f"<style>@media(prefers-color-scheme:dark){{svg:root{{{values}}}}}</style>"
