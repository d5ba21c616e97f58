"""Pictures of exercises: drawn into the page where the picture is the main thing, as a cached image in rows.

`figure` writes the SVG into the page, so that it follows the theme, the paper and the person's choice of colors, at about 2 KB
compressed each: use it once or twice a page. `figure_row` and `figure_image` link the same drawing as a static file, which the
browser keeps: use them in lists.
"""

from functools import lru_cache

from django import template
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.utils.safestring import SafeString, mark_safe

from backstride.figures import UnknownPicture, picture

register = template.Library()


@register.inclusion_tag("components/figure.html")
def figure(exercise: str, pose: int = 1, name: str = "") -> dict[str, object]:
    """The drawing of `exercise` in `pose` (from 1), in the page itself; without a drawing, the mat with its `name`."""
    return {"drawing": drawing(exercise, pose), "name": name}


@register.inclusion_tag("components/figure.html")
def figure_row(exercise: str, pose: int = 1, name: str = "") -> dict[str, object]:
    """The drawing as a small cached image of 108 × 76 on the mat; its `name` must stand beside it."""
    return {"address": figure_address(exercise, pose), "name": name, "small": True}


@register.inclusion_tag("components/figure.html")
def figure_image(exercise: str, pose: int = 1, name: str = "") -> dict[str, object]:
    """The drawing as a cached image of any size, described by `name`."""
    return {"address": figure_address(exercise, pose), "name": name, "described": True}


@register.simple_tag
def figure_address(exercise: str, pose: int = 1) -> str:
    """The static address of a drawing, or "" while it is not drawn."""
    if not (settings.FIGURES_DRAWN / f"{exercise}-{pose}.svg").exists():
        return ""
    return str(staticfiles_storage.url(f"figures/{exercise}-{pose}.svg"))


@lru_cache(maxsize=256)
def drawing(exercise: str, pose: int) -> SafeString:
    """The SVG text of a drawing, or "" while it is not drawn."""
    try:
        return mark_safe(picture(exercise, pose, inline=True))
    except UnknownPicture:
        return mark_safe("")
