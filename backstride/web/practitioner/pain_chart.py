"""The chart of 28 days of leg and back pain: geometry for the drawing, its finding in words, and the same as a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format

from backstride.engine.program import WINDOW_DAYS, Day, Program

# In the order of the page: for a desk, for a phone; text is 14 units, so that it stays readable in both.
WIDTHS = (640, 300)
HEIGHT = 190
LEFT, RIGHT, TOP, BOTTOM = 30, 66, 10, 30
WORST = 10
GRID = (0, 5, 10)
LABEL_GAP = 17
CLEAR_CHANGE = 2


@dataclass(frozen=True)
class Line:
    """One line of the chart. `runs` are points, broken where days are missing; `dots` are days that stand alone."""

    name: str
    kind: str
    runs: tuple[str, ...]
    dots: tuple[tuple[float, float], ...]
    end: tuple[float, float] | None
    label: str
    label_y: float


@dataclass(frozen=True)
class PainChart:
    """The drawing in units of its view box. `title` says the finding, `words` the whole for who cannot see it."""

    title: str
    words: str
    width: int
    height: int
    lines: tuple[Line, ...]
    grid: tuple[tuple[int, float], ...]
    flares: tuple[tuple[float, float], ...]
    first: str
    last: str
    left: int
    right: int
    bottom: int
    heads: tuple[str, str, str]
    rows: tuple[tuple[str, str, str], ...]


def days_to(program: Program, today: date) -> tuple[Day, ...]:
    """The 28 days that end today; nothing has been told since the program's own date, but an open flare goes on."""
    later = min(max((today - program.on).days, 0), WINDOW_DAYS)
    return (*program.window[later:], *((Day(flare=program.flare is not None),) * later))


def pain_charts(program: Program, today: date) -> tuple[PainChart, ...]:
    """The chart of this program up to today, once for each width."""
    return tuple(_chart(program, today, width) for width in WIDTHS)


def _chart(program: Program, today: date, width: int) -> PainChart:
    days = days_to(program, today)
    dates = [today - timedelta(days=ago) for ago in range(WINDOW_DAYS - 1, -1, -1)]
    legs, backs = [day.leg for day in days], [day.back for day in days]
    return PainChart(
        title=finding(legs),
        words=f"{_span('Leg', legs)} {_span('Back', backs)}",
        width=width,
        height=HEIGHT,
        lines=_lines(legs, backs, width),
        grid=tuple((score, _y(score)) for score in GRID),
        flares=tuple(_flares(days, width)),
        first=date_format(dates[0], "j M"),
        last="today",
        left=LEFT,
        right=width - RIGHT,
        bottom=HEIGHT - 8,
        heads=("Day", "Leg", "Back"),
        rows=tuple(_rows(dates, legs, backs)),
    )


def finding(legs: Sequence[int | None]) -> str:
    """What the leg pain did, in one line; small changes are within day-to-day ups and downs."""
    told = [leg for leg in legs if leg is not None]
    if not told:
        return "No check-ins in the last 28 days"
    if len(told) == 1:
        return f"Leg pain {told[0]} at the only check-in"
    change = told[-1] - told[0]
    if abs(change) < CLEAR_CHANGE:
        return f"Leg pain about the same: {told[0]} then, {told[-1]} now"
    return f"Leg pain {'down' if change < 0 else 'up'} from {told[0]} to {told[-1]}"


def _span(name: str, scores: Sequence[int | None]) -> str:
    told = [score for score in scores if score is not None]
    if not told:
        return f"{name} pain: no answers."
    return f"{name} pain: first {told[0]}, last {told[-1]}, worst {max(told)}, on {len(told)} of {len(scores)} days."


def _lines(legs: Sequence[int | None], backs: Sequence[int | None], width: int) -> tuple[Line, ...]:
    leg, back = _line("Leg", "leg", legs, width), _line("Back", "back", backs, width)
    if leg.end is None or back.end is None or abs(leg.label_y - back.label_y) >= LABEL_GAP:
        return back, leg
    upper = min(leg.label_y, HEIGHT - BOTTOM - LABEL_GAP)
    return _moved(back, upper + LABEL_GAP), _moved(leg, upper)


def _moved(line: Line, y: float) -> Line:
    return Line(line.name, line.kind, line.runs, line.dots, line.end, line.label, round(y, 1))


def _line(name: str, kind: str, scores: Sequence[int | None], width: int) -> Line:
    points = [None if score is None else (_x(place, width), _y(score)) for place, score in enumerate(scores)]
    runs = list(_runs(points))
    known = [(point, score) for point, score in zip(points, scores, strict=True) if point is not None]
    end = known[-1][0] if known else None
    label = f"{name} {known[-1][1]}" if known else ""
    return Line(
        name,
        kind,
        tuple(" ".join(f"{x},{y}" for x, y in run) for run in runs if len(run) > 1),
        tuple(run[0] for run in runs if len(run) == 1),
        end,
        label,
        end[1] + 5 if end else 0,
    )


def _runs(points: Sequence[tuple[float, float] | None]) -> Iterator[list[tuple[float, float]]]:
    run: list[tuple[float, float]] = []
    for point in (*points, None):
        if point is not None:
            run.append(point)
        elif run:
            yield run
            run = []


def _flares(days: Sequence[Day], width: int) -> Iterator[tuple[float, float]]:
    """Where each flare begins, and how wide it is."""
    step = _x(1, width) - _x(0, width)
    for place, day in enumerate(days):
        if day.flare:
            yield round(_x(place, width) - step / 2, 1), round(step, 1)


def _rows(
    dates: Sequence[date], legs: Sequence[int | None], backs: Sequence[int | None]
) -> Iterator[tuple[str, str, str]]:
    for on, leg, back in reversed(list(zip(dates, legs, backs, strict=True))):
        if leg is not None or back is not None:
            yield date_format(on, "j F"), "–" if leg is None else str(leg), "–" if back is None else str(back)


def _x(place: int, width: int) -> float:
    return round(LEFT + place / (WINDOW_DAYS - 1) * (width - LEFT - RIGHT), 1)


def _y(score: int) -> float:
    return round(TOP + (1 - score / WORST) * (HEIGHT - TOP - BOTTOM), 1)
