"""Pictures of exercises: drawn into the page where the picture is the main thing, as a cached image in rows.

`figure` writes the SVG into the page, so that it follows the theme, the paper and the person's choice of colors, at 2 to 3 KB
compressed each: use it once or twice a page. `figure_row`, `figure_image` and `figure_motion` link a drawing as a static file,
which the browser keeps. `figure` and `figure_row` take the id of a figure, or a `Shown`, which may be turned to the left side.
"""

from django import template
from django.utils.safestring import SafeString, mark_safe

from backstride.figures import UnknownPicture, mirrored, one_picture, picture
from backstride.web.components import drawings
from backstride.web.components.drawings import MOVING, POINTED, Shown

register = template.Library()


@register.inclusion_tag("components/figure.html")
def figure(shown: Shown | str, pose: int | str = 1, name: str = "") -> dict[str, object]:
    """The drawing in the page itself: a key pose from 1, or "one"; without a drawing, the mat with its `name`."""
    one = as_shown(shown)
    return {"drawing": drawing(one, pose), "name": name}


@register.inclusion_tag("components/figure.html")
def figure_row(shown: Shown | str, name: str = "") -> dict[str, object]:
    """The most telling pose as a small cached image of 108 × 76 on the mat; its `name` must stand beside it."""
    one = as_shown(shown)
    return {**_linked(one, drawings.telling_pose(one.figure)), "name": name, "small": True}


@register.inclusion_tag("components/figure.html")
def figure_image(figure: str, name: str = "") -> dict[str, object]:
    """The most telling pose as a cached image of any size, described by `name`, or in its own words."""
    pose = drawings.telling_pose(figure)
    return {**_linked(Shown(figure), pose), "name": name or drawings.words_of(figure, pose), "described": True}


@register.inclusion_tag("components/figure_motion.html")
def figure_motion(figure: str) -> dict[str, object]:
    """The movement, loaded only when it is opened; nothing for a figure that does not move."""
    return {"address": drawings.address_of(figure, MOVING), "words": drawings.words_of(figure, MOVING)}


def as_shown(shown: Shown | str) -> Shown:
    """A figure's id as a `Shown` on its own side."""
    return Shown(shown) if isinstance(shown, str) else shown


def drawing(shown: Shown, pose: int | str) -> SafeString:
    """The SVG text of a drawing without its style, or "" while it is not drawn."""
    try:
        text = _text(shown.figure, pose)
    except UnknownPicture:
        return mark_safe("")
    return mark_safe(mirrored(text) if shown.left else text)


def _text(figure_id: str, pose: int | str) -> str:
    if isinstance(pose, int):
        return picture(figure_id, pose, inline=True)
    if pose == POINTED:
        return one_picture(figure_id, inline=True)
    raise UnknownPicture(f"{figure_id}-{pose}")


def _linked(shown: Shown, kind: int | str) -> dict[str, object]:
    return {"address": drawings.address_of(shown.figure, kind), "left": shown.left}
