"""`./run bench`: runs the programs in bench/, prints their figures and writes them into bench/results/latest.json.

Each program has a function `main()` that returns its figures: name with its unit, and a number. No two programs share a name.
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
    """The figures of the program `name`."""
    figures: Figures = importlib.import_module(f"bench.{name}").main()
    return figures


def merge(old: Figures, new: Figures) -> Figures:
    """`old` with the figures of `new` in their place, in order of their names.

    Raises:
        SystemExit: a figure has no number.
    """
    if blank := [name for name, value in new.items() if not isinstance(value, int | float)]:
        raise SystemExit(f"Backstride: no number for {', '.join(blank)}")
    return dict(sorted((old | new).items()))


def main() -> None:
    """Measure, print, and write down; all programs together begin a new file, some of them renew their figures in it."""
    wanted = sys.argv[1:]
    figures: Figures = json.loads(RESULTS.read_text()) if wanted and RESULTS.exists() else {}
    # A fresh process each, so that one program's memory and caches do not help or hurt the next.
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=1, mp_context=fresh, max_tasks_per_child=1) as pool:
        for name in programs(wanted):
            print(f"Backstride: bench/{name}.py", flush=True)
            measured = pool.submit(measure, name).result()
            print("".join(f"  {figure:28} {value}\n" for figure, value in measured.items()), end="")
            figures = merge(figures, measured)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(figures, indent=2) + "\n")
    print(f"Backstride: {len(figures)} figures in {RESULTS.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
