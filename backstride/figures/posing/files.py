"""Pose files: one YAML file per exercise, form or daily-living picture, read strictly into a `Figure`."""

from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from backstride.figures.body.skeleton import PARTS, SIDED_PARTS
from backstride.figures.posing import schema
from backstride.figures.posing.figure import Arrow, Contact, Figure, Pose, PoseError, Reach, Step
from backstride.figures.posing.schema import FigureFile, PoseFile, refuse, split_side
from backstride.figures.props import catalogue
from backstride.figures.props.prop import Prop

FOLDER = Path(__file__).parents[1] / "poses"
SOLVED = Path(__file__).parents[1] / "solved"
USUAL_MOVE, USUAL_HOLD = 2.0, 1.0


def _components(joint: str, value: float | list[float]) -> dict[str, float]:
    """Coordinates of a joint, of both sides when it names none."""
    part, sides = split_side(joint)
    names = PARTS.get(part) or SIDED_PARTS[part]
    numbers = value if isinstance(value, list) else [value]
    owners = [part] if part in PARTS else [f"{part}_{side}" for side in sides]
    return {f"{owner}.{name}": float(n) for owner in owners for name, n in zip(names, numbers, strict=False)}


def _angles(*blocks: dict[str, float | list[float]]) -> dict[str, float]:
    """Angles of all blocks; later blocks win, and one side wins over both sides within a block."""
    found: dict[str, float] = {}
    for block in blocks:
        for joint in sorted(block, key=lambda name: len(split_side(name)[1]), reverse=True):
            found |= _components(joint, block[joint])
    return found


def _soft(names: list[str]) -> frozenset[str]:
    """Coordinates that may give way: all angles of `hip_R` or `hip`, or one of them as `hip.flexion`."""
    found: set[str] = set()
    for name in names:
        joint, _, angle = name.partition(".")
        known = _components(joint, [0.0] * len(schema.angles_of(joint)))
        found |= {coordinate for coordinate in known if not angle or coordinate.endswith(f".{angle}")}
    return frozenset(found)


def _reaches(own: PoseFile, always: PoseFile) -> tuple[Reach, ...]:
    wanted = {**always.reach, **own.reach}
    return tuple(
        Reach(mark, target if isinstance(target, str) else (target[0], target[1], target[2]))
        for mark, target in wanted.items()
        if target is not None
    )


def _pose(name: str, own: PoseFile, given: FigureFile) -> Pose:
    always = given.always
    at = own.at or always.at or [0.0, 0.0]
    contacts = (text.partition("@") for text in [*always.contacts, *own.contacts])
    return Pose(
        name=name,
        says=own.says or name,
        base=own.base or always.base or given.base,
        angles=_angles(always.joints, own.joints),
        contacts=tuple(Contact(region, plane or "floor") for region, _, plane in contacts),
        reaches=_reaches(own, always),
        soft=_soft([*always.soft, *own.soft]),
        at=(at[0], at[1]),
    )


def _props(file: str, given: list[Any]) -> tuple[Prop, ...]:
    found = []
    for item in given:
        kind, settings = next(iter(item.items())) if isinstance(item, dict) and item else (item, {})
        try:
            found.append(catalogue.read(kind, settings or {}))
        except KeyError:
            refuse(file, "props", f"{kind} is not a prop; known are {', '.join(sorted(catalogue.PROPS))}")
        except ValidationError as problem:
            error = problem.errors()[0]
            refuse(file, f"props.{kind}.{'.'.join(map(str, error['loc']))}", str(error["msg"]))
    return tuple(found)


def _cycle(given: FigureFile) -> tuple[Step, ...]:
    """The authored cycle, or all poses in order at a calm pace."""
    place = {name: number for number, name in enumerate(given.poses)}
    if given.cycle:
        return tuple(Step(place[step.pose], step.move, step.hold) for step in given.cycle)
    return tuple(Step(number, USUAL_MOVE, USUAL_HOLD) for number in place.values())


def _refuse_unknown_planes(file: str, figure: Figure) -> None:
    try:
        known = catalogue.planes(figure.props)
    except ValueError as problem:
        refuse(file, "props", str(problem))
    for pose in figure.poses:
        for contact in pose.contacts:
            if contact.plane not in known:
                refuse(file, "contacts", f"{contact.plane} is not a plane; known are {', '.join(known)}", pose.name)


def parse(file: str, loaded: Any) -> Figure:
    """A figure from loaded YAML.

    Raises:
        PoseError: something is missing, unknown or of the wrong shape; the message names file, pose and key.
    """
    given = schema.read(file, loaded)
    if given.id != Path(file).stem:
        refuse(file, "id", "must be the file name")
    figure = Figure(
        id=given.id,
        name=given.name,
        azimuth=given.camera.azimuth,
        elevation=given.camera.elevation,
        poses=tuple(_pose(name, own, given) for name, own in given.poses.items()),
        cycle=_cycle(given),
        body=given.body,
        props=_props(file, given.props),
        muscles=tuple(given.muscles),
        arrow=_arrow(given),
        callouts=dict(given.callouts),
        overlaps=frozenset((min(pair), max(pair)) for pair in given.overlaps),
        alternates=given.alternates,
        travels=given.travels,
        slides=frozenset(given.slides),
        sided=given.sided,
        check=None if isinstance(given.check, str) else given.check.model_dump(exclude_none=True),
    )
    _refuse_unknown_planes(file, figure)
    return figure


def _arrow(given: FigureFile) -> Arrow | None:
    if given.arrow is None:
        return None
    across, up = given.arrow.shift
    return Arrow(given.arrow.follow, given.arrow.aside, (across, up), given.arrow.start, given.arrow.end)


def _merged(below: Any, above: Any) -> Any:
    """The file with what its form changes; mappings merge key by key, null removes, the rest is replaced."""
    if not (isinstance(below, dict) and isinstance(above, dict)):
        return above
    kept = {key: _merged(below[key], above.get(key, below[key])) for key in below if above.get(key, 0) is not None}
    return kept | {key: value for key, value in above.items() if key not in below}


def content(figure_id: str, folder: Path = FOLDER) -> Any:
    """What a pose file says, together with what it takes over from another; not checked yet."""
    file = folder / f"{figure_id}.yaml"
    try:
        given = YAML(typ="safe").load(file)
    except (OSError, YAMLError) as error:
        raise PoseError(f"{file.name}: {error}") from error
    if isinstance(given, dict) and isinstance(like := given.pop("like", None), str):
        if like == figure_id or not (folder / f"{like}.yaml").is_file():
            refuse(file.name, "like", f"{like} is not another pose file")
        return _merged(content(like, folder), given)
    return given


@cache
def read(figure_id: str, folder: Path = FOLDER) -> Figure:
    """The figure of one pose file; `like: ID` takes over another file and changes what it says anew.

    Raises:
        PoseError: the file is missing, is not YAML or says something unknown.
    """
    return parse(f"{figure_id}.yaml", content(figure_id, folder))


def all_ids(folder: Path = FOLDER) -> tuple[str, ...]:
    """Ids of all pose files, in order."""
    return tuple(sorted(file.stem for file in folder.glob("*.yaml")))
