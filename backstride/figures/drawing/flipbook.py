"""All frames of a movement in one SVG that shows them one after the other by CSS alone."""

from typing import NamedTuple

from backstride.figures import timing
from backstride.figures.drawing import picture, words
from backstride.figures.drawing.holding import held_pose
from backstride.figures.drawing.scene import Stage, scene, stage
from backstride.figures.drawing.svg import attributes
from backstride.figures.posing.figure import Figure
from backstride.figures.posing.movement import Frame, Movement
from backstride.figures.themes import style_of


class _Leaf(NamedTuple):
    """The three layers of one frame, from back to front."""

    number: int
    below: str
    props: str
    above: str


def _leaf(on: Stage, number: int, frame: Frame, held: int) -> _Leaf:
    seen = scene(on, frame)
    outline = picture.outline_of(seen)
    body = picture.above(seen, outline, hatched=number == held)
    return _Leaf(number, picture.below(seen, outline), picture.props_of(seen), body)


def _opening(figure: Figure, frame: Frame, number: int, held: int) -> str:
    """The tag that begins every group of a frame; without any CSS only the held frame is visible."""
    values: dict[str, str | float] = {"class": timing.frame_class(figure.id, number), "data-frame": number}
    if frame.is_key:
        values["data-key"] = frame.start + 1
    if number != held:
        values["visibility"] = "hidden"
    return f"<g{attributes(**values)}>"


def _bound(figure: Figure, movement: Movement, leaves: list[_Leaf], held: int) -> str:
    """The frames in groups; props that stand still are drawn once, between what lies below and above them."""
    tags = {leaf.number: _opening(figure, movement.frames[leaf.number], leaf.number, held) for leaf in leaves}
    if len({leaf.props for leaf in leaves}) > 1:
        return "".join(f"{tags[leaf.number]}{leaf.below}{leaf.props}{leaf.above}</g>" for leaf in leaves)
    if not leaves[0].props:
        return "".join(f"{tags[leaf.number]}{leaf.below}{leaf.above}</g>" for leaf in leaves)
    back = "".join(f"{tags[leaf.number]}{leaf.below}</g>" for leaf in leaves)
    front = "".join(f"{tags[leaf.number]}{leaf.above}</g>" for leaf in leaves)
    return f"{back}{leaves[0].props}{front}"


def recipe(figure: Figure, movement: Movement) -> timing.Recipe:
    """How long each frame is shown, and the frame that stands for the whole."""
    cycle = tuple(timing.Shown(shown.frame, shown.seconds) for shown in movement.cycle)
    return timing.Recipe(cycle, held_pose(figure))


def flipbook(figure: Figure, movement: Movement) -> str:
    """The SVG document of a moving figure: plays for ever, stands still at the held pose on paper and on wish.

    Raises:
        ValueError: the movement has no cycle.
    """
    if not movement.cycle:
        raise ValueError(f"{figure.id} does not move")
    on, timed = stage(figure, movement.frames), recipe(figure, movement)
    used = sorted({shown.frame for shown in timed.cycle})
    leaves = [_leaf(on, number, movement.frames[number], timed.held) for number in used]
    drawing = picture.floor_of(on) + _bound(figure, movement, leaves, timed.held)
    head = picture.head(on, figure.name, words.movement_words(figure), timing.recipe_text(timed))
    style = style_of(drawing, timing.motion(figure.id, timed.cycle))
    return f"{head}{style}{drawing}</svg>\n"
