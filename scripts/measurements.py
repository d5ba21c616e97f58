"""`./run bench`: runs the programs in bench/ and merges their figures into bench/results/latest.json.

Each program has a function `main()` that prints its figures and returns them as a dict: name with its unit, and a number.
In the file a figure is called `program.name`, so that each has one line and a change of it one line of difference.
"""

import importlib
import json
import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor

from scripts.preparation import ROOT

BENCH = ROOT / "bench"
RESULTS = BENCH / "results" / "latest.json"

Figures = dict[str, float]


def programs(wanted: list[str]) -> list[str]:
    """The names of the programs in bench/, or those of them that are `wanted`.

    Raises:
        SystemExit: one of those wanted does not exist.
    """
    known = sorted(path.stem for path in BENCH.glob("*.py") if path.stem != "__init__")
    if strange := set(wanted) - set(known):
        raise SystemExit(f"Backstride: no such program in bench/: {', '.join(sorted(strange))}")
    return [name for name in known if not wanted or name in wanted]


def measure(name: str) -> Figures:
    """The figures of the program `name`, each under `program.figure`."""
    figures: Figures = importlib.import_module(f"bench.{name}").main()
    return {f"{name}.{figure}": value for figure, value in figures.items()}


def merge(old: Figures, name: str, new: Figures) -> Figures:
    """`old` with the figures of the program `name` replaced by `new`, in order of their names."""
    others = {figure: value for figure, value in old.items() if figure.split(".")[0] != name}
    return dict(sorted((others | new).items()))


def main() -> None:
    """Measure, and write down."""
    figures: Figures = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    # A fresh process each, so that one program's memory and caches do not help or hurt the next.
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=1, mp_context=fresh, max_tasks_per_child=1) as pool:
        for name in programs(sys.argv[1:]):
            print(f"Backstride: bench/{name}.py", flush=True)
            figures = merge(figures, name, pool.submit(measure, name).result())
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(figures, indent=2) + "\n")
    print(f"Backstride: {len(figures)} figures in {RESULTS.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
