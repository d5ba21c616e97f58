"""Commands for authors: `draw [ID ...]` writes the pictures, `sheet OUT.html|OUT.png` shows all of them."""

import argparse
import sys
from pathlib import Path

from backstride.figures import BODY_CHART, DRAWN, file_of, sheet
from backstride.figures.drawing import chart
from backstride.figures.drawing.picture import picture
from backstride.figures.drawing.scene import scenes
from backstride.figures.posing import files as posing
from backstride.figures.posing.solver import faults, solve


def draw(exercise_id: str) -> tuple[list[str], list[str]]:
    """The pictures of all poses of one exercise, and what its author should look at."""
    figure = posing.read(exercise_id)
    postures = solve(figure)
    pairs = zip(scenes(figure, postures), figure.poses, strict=True)
    return [picture(scene, figure.name, pose.says, figure.muscles) for scene, pose in pairs], faults(figure, postures)


def _write(exercise_id: str) -> None:
    if exercise_id == BODY_CHART:
        (DRAWN / f"{BODY_CHART}.svg").write_text(chart.draw(), encoding="utf-8")
        return
    pictures, remarks = draw(exercise_id)
    for number, text in enumerate(pictures, 1):
        file_of(exercise_id, number).write_text(text, encoding="utf-8")
    file_of(exercise_id, len(pictures) + 1).unlink(missing_ok=True)
    for remark in remarks:
        print(remark)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m backstride.figures", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("draw", help="draw the named exercises, or all and the body chart")
    drawing.add_argument("ids", nargs="*", metavar="ID")
    showing = commands.add_parser("sheet", help="write a contact sheet of all pictures")
    showing.add_argument("out", type=Path)
    showing.add_argument("ids", nargs="*", metavar="ID")
    showing.add_argument("--dark", action="store_true")
    showing.add_argument("--width", type=int, default=324, help="width of one picture in pixels")
    return parser.parse_args()


def main() -> int:
    """Run one command; 0 when it worked, 1 with a message when a pose file is wrong."""
    arguments = _arguments()
    try:
        if arguments.command == "sheet":
            sheet.write(arguments.out, arguments.ids, arguments.dark, arguments.width)
        else:
            for exercise_id in arguments.ids or (*posing.all_ids(), BODY_CHART):
                _write(exercise_id)
    except posing.PoseError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
