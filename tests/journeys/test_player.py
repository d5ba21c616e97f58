"""The player's and the walk's pure modules, imported in a real browser: what happens when, and what is reported."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from backstride.engine.dosing import sides_of
from backstride.engine.values import Side
from backstride.web.patient.guided import move_form
from backstride.web.records.library import knowledge

pytestmark = pytest.mark.journey

MODULES = Path(__file__).resolve().parents[2] / "backstride" / "web" / "static" / "js"
READY = 5
HOLD = {"exercise": "HAM01", "name": "Stretch", "sides": ["right", "left"], "sets": 1, "reps": 2, "hold": 10, "rest": 30,
        "pace": 4, "work": "hold", "steps": ["Lie down."], "cues": ["Slowly", "Breathe"], "figures": ["a", "b"]}  # fmt: skip
COUNT = {**HOLD, "exercise": "NRV01", "sides": ["right"], "sets": 2, "reps": 3, "hold": 0, "work": "repetitions"}
SHORTER = {**HOLD, "hold": 5}
ITEMS = [
    {"usual": HOLD, "easier": SHORTER, "tip": "Bend less."},
    {"usual": COUNT, "easier": None, "tip": "Ankle only."},
]


@pytest.fixture
def browser_page(phone_page: Page) -> Page:
    """An empty page that may import the modules."""

    def serve(route: Route) -> None:
        name = route.request.url.rsplit("/", 1)[1]
        if name.endswith(".js"):
            route.fulfill(path=MODULES / name, content_type="text/javascript")
        else:
            route.fulfill(body="<!doctype html><title>modules</title>", content_type="text/html")

    phone_page.route("http://localhost/**", serve)
    phone_page.goto("http://localhost/empty")
    return phone_page


def run(page: Page, body: str, given: Any = None) -> Any:
    """The value of `body`, in which `m` is the machine, `t` the timeline, `f` the frames, `v` the view, `w` the walk, `p` its parts."""
    names = {"m": "player-machine", "t": "player-timeline", "f": "player-frames", "v": "player-view"}
    names |= {"w": "walk-machine", "p": "walk-parts"}
    imports = "".join(f'const {name} = await import("/{file}.js");' for name, file in names.items())
    return page.evaluate(f"async (given) => {{ {imports} {body} }}", given)


def test_a_hold_goes_ready_move_hold_for_each_repetition_then_the_other_side(browser_page: Page) -> None:
    found = run(browser_page, "return t.segments(given).map((s) => [s.kind, s.seconds, s.side, s.rep]);", HOLD)
    right = [["move", 4, "right", 1], ["hold", 10, "right", 1], ["move", 4, "right", 2], ["hold", 10, "right", 2]]
    left = [[kind, seconds, "left", rep] for kind, seconds, _, rep in right]
    assert found == [["ready", READY, "right", 0], *right, ["rest", 30, "left", 0], *left]


def test_sets_have_a_rest_between_them(browser_page: Page) -> None:
    kinds = run(browser_page, "return t.segments(given).map((s) => s.kind);", COUNT)
    assert kinds == ["ready", "move", "move", "move", "rest", "move", "move", "move"]


def test_the_timeline_of_every_rung_takes_as_long_as_the_engine_says(browser_page: Page) -> None:
    forms, expected = [], []
    for ladder in knowledge().ladders.values():
        for rung in ladder.rungs:
            exercise = knowledge().exercise(rung.exercise)
            sides = sides_of(exercise.sides, Side.RIGHT)
            forms.append(move_form(rung.exercise, rung.dose, sides))
            expected.append(rung.dose.seconds(exercise.pace, max(1, len(sides))) + READY)
    sums = "return given.map((one) => t.segments(one).reduce((sum, s) => sum + s.seconds, 0));"
    assert run(browser_page, sums, forms) == expected


def test_the_timeline_of_a_session_places_every_segment(browser_page: Page) -> None:
    placed = run(browser_page, "return t.timeline(given).map((s) => [s.item, s.at]);", [HOLD, COUNT])
    assert placed[0] == [0, 0]
    assert placed[-1][0] == 1
    assert [at for _, at in placed] == sorted(at for _, at in placed)


def test_the_picture_follows_the_tempo_and_stays_on_the_hold_with_reduced_motion(browser_page: Page) -> None:
    body = """
      const move = {kind: "move", seconds: 4}, hold = {kind: "hold", seconds: 10};
      return [t.pictureAt(move, 0, 2), t.pictureAt(move, 3, 2), t.pictureAt(hold, 0, 2), t.pictureAt(move, 0, 2, true),
              t.pictureAt(hold, 0, 3, false, 1), t.pictureAt(move, 0, 3, true, 1)];
    """
    assert run(browser_page, body) == [0, 1, 1, 1, 1, 1]


# Start pose 0, held pose 1, with two frames between them on either way.
BOOK = "0:1 2:.5 3:.5 1:2 3:.5 2:.5"


def frames(page: Page, form: dict[str, Any], moments: list[list[Any]], cycle: str = BOOK, held: int = 1) -> Any:
    """The frame of each moment: kind of segment, repetition, its seconds, seconds into it."""
    body = """
      const {form, moments, cycle, held} = given;
      const book = f.bookOf(cycle, held);
      return moments.map(([kind, rep, seconds, elapsed]) => f.frameAt(book, form, {kind, rep, seconds}, elapsed));
    """
    return run(page, body, {"form": form, "moments": moments, "cycle": cycle, "held": held})


def test_a_flipbook_is_read_from_its_recipe(browser_page: Page) -> None:
    book = run(browser_page, "return f.bookOf(given, 1);", BOOK)
    assert book == {"frames": [0, 2, 3, 1, 3, 2], "seconds": [1, 0.5, 0.5, 2, 0.5, 0.5], "held": 1}


def test_the_figure_waits_in_its_start_pose_and_holds_the_held_one(browser_page: Page) -> None:
    moments = [["ready", 0, 5, 4.9], ["rest", 0, 30, 12], ["hold", 1, 10, 0], ["hold", 2, 10, 9.9]]
    assert frames(browser_page, HOLD, moments) == [0, 0, 1, 1]


def test_the_first_repetition_goes_to_the_held_pose_and_the_next_comes_back_first(browser_page: Page) -> None:
    first = [["move", 1, 4, at] for at in (0, 1, 2, 3, 3.99)]
    assert frames(browser_page, HOLD, first) == [0, 2, 3, 1, 1]
    second = [["move", 2, 7, at] for at in (0, 1, 2, 3, 4, 5, 6, 6.99)]
    assert frames(browser_page, HOLD, second) == [1, 3, 2, 0, 2, 3, 1, 1]


def test_a_repetition_without_a_hold_goes_there_and_back(browser_page: Page) -> None:
    moments = [["move", rep, 6, at] for rep in (1, 2) for at in range(6)]
    assert frames(browser_page, COUNT, moments) == [0, 2, 3, 1, 3, 2] * 2


def test_a_figure_held_in_its_start_pose_makes_its_whole_round(browser_page: Page) -> None:
    moments = [["move", rep, 4, at] for rep in (1, 2) for at in range(4)]
    assert frames(browser_page, HOLD, moments, cycle="0:1 2:1 1:1 2:1", held=0) == [0, 2, 1, 2] * 2


def test_timed_work_goes_round_at_the_tempo_of_the_figure(browser_page: Page) -> None:
    marching = {**HOLD, "work": "time", "reps": 1, "hold": 60, "pace": 2}
    moments = [["move", 1, 2, 0], ["move", 1, 2, 1.2], ["hold", 1, 60, 0], ["hold", 1, 60, 2.2], ["hold", 1, 60, 3.1]]
    assert frames(browser_page, marching, moments) == [0, 2, 1, 3, 0]


def test_the_view_asks_for_no_movement_where_less_motion_is_wanted(browser_page: Page) -> None:
    body = """
      const {items, words} = given;
      const seen = (still) => v.view(m.begin(items), items, words, still);
      return [false, true].map((still) => [seen(still).movement, seen(still).soon, seen(still).left]);
    """
    items = [{**ITEMS[0], "usual": {**HOLD, "sides": ["left"], "movement": "m"}}, *ITEMS[1:]]
    items[1] = {**items[1], "usual": {**COUNT, "movement": "n"}}
    found = run(browser_page, body, {"items": items, "words": {"sides": {}, "rest": ""}})
    assert found == [["m", "n", True], ["", "", True]]


def test_a_session_done_to_its_end_is_whole(browser_page: Page) -> None:
    body = "let s = m.begin(given); s = m.tick(s, given, 1000); return [m.isOver(s, given), m.outcome(s, given)];"
    over, outcome = run(browser_page, body, ITEMS)
    assert over
    assert outcome == {"completed": 100, "exercises": ["HAM01", "NRV01"], "hurt": []}


@pytest.mark.parametrize("step", [0.2, 1, 7.3])
def test_many_small_steps_come_to_the_same_as_one_large(browser_page: Page, step: float) -> None:
    body = """
      let s = m.begin(given.items);
      for (let i = 0; i * given.step < 400; i++) s = m.tick(s, given.items, given.step);
      return m.outcome(s, given.items);
    """
    assert run(browser_page, body, {"items": ITEMS, "step": step})["completed"] == 100


def test_a_pause_stops_the_clock(browser_page: Page) -> None:
    body = "const s = m.pause(m.tick(m.begin(given), given, 7)); return [s, m.tick(s, given, 60)];"
    before, after = run(browser_page, body, ITEMS)
    assert before == after


def test_a_skipped_move_does_not_count(browser_page: Page) -> None:
    body = "let s = m.skip(m.begin(given), given); s = m.tick(s, given, 1000); return m.outcome(s, given);"
    outcome = run(browser_page, body, ITEMS)
    assert outcome["exercises"] == ["NRV01"]
    assert outcome["completed"] == round(100 * 24 / (56 + 24))


def test_easier_stays_on_its_side_counts_its_smaller_work_and_never_goes_back_up(browser_page: Page) -> None:
    body = """
      let s = m.tick(m.begin(given), given, 5 + 28 + 30 + 1);
      s = m.easier(s, given);
      const now = [m.segment(s, given), m.form(s, given).hold, m.canEase(s, given)];
      s = m.tick(s, given, 1000);
      return [now, m.outcome(s, given).completed];
    """
    (segment, hold, more), completed = run(browser_page, body, ITEMS)
    assert (segment["kind"], segment["side"]) == ("rest", "left")
    assert (hold, more) == (5, False)
    assert 50 < completed < 100


def test_the_easiest_form_stays_as_it_is(browser_page: Page) -> None:
    body = "const s = m.skip(m.begin(given), given); return [m.canEase(s, given), m.easier(s, given) === s];"
    assert run(browser_page, body, ITEMS) == [False, True]


def test_a_move_that_hurts_is_stopped_and_reported(browser_page: Page) -> None:
    body = """
      const mild = {where: "leg", down: false, tingling: false, level: 4};
      let s = m.hurts(m.tick(m.begin(given), given, 12), given, mild, 7);
      const place = s.item;
      return [place, m.isOver(s, given), m.outcome(m.tick(s, given, 1000), given)];
    """
    place, over, outcome = run(browser_page, body, ITEMS)
    assert (place, over) == (1, False)
    assert outcome["hurt"] == ["HAM01"]
    assert set(outcome["exercises"]) == {"HAM01", "NRV01"}


@pytest.mark.parametrize(
    ("answer", "ends"),
    [
        ({"down": True, "tingling": False, "level": 2}, True),
        ({"down": False, "tingling": True, "level": 2}, True),
        ({"down": False, "tingling": False, "level": 7}, True),
        ({"down": False, "tingling": False, "level": 6}, False),
    ],
)
def test_pain_that_moves_down_tingles_or_is_7_ends_the_session(
    browser_page: Page, answer: dict[str, Any], ends: bool
) -> None:
    body = "return m.isOver(m.hurts(m.begin(given.items), given.items, given.answer, 7), given.items);"
    assert run(browser_page, body, {"items": ITEMS, "answer": {"where": "leg", **answer}}) is ends


def test_the_view_counts_repetitions_or_seconds_in_words(browser_page: Page) -> None:
    words = {"sides": {"right": "Right side", "left": "Left side"}, "ready": "Get ready", "move": "Move", "hold": "Hold",
             "stay": "Stay", "rest": "Rest", "paused": "Pause", "tap": "Tap", "seconds": "seconds", "minutes": "minutes",
             "of": "of", "set": "Set", "next": "Next:", "last": "Last one.", "pause": "Tap.", "left": "5 more"}  # fmt: skip
    body = """
      const {items, words} = given;
      const at = (seconds) => v.view(m.tick(m.begin(items), items, seconds), items, words);
      return [at(0), at(11), at(5 + 56 + 30 + 5 + 5)];
    """
    ready, hold, repetition = run(browser_page, body, {"items": ITEMS, "words": words})
    assert (ready["state"], ready["count"], ready["cue"], ready["tell"]) == ("ready", "5", "Get ready", "Lie down.")
    assert (hold["count"], hold["unit"], hold["side"], hold["cue"], hold["set"]) == (
        "8",
        "seconds",
        "Right side",
        "Hold",
        "1 of 2",
    )
    assert (repetition["count"], repetition["unit"], repetition["set"]) == ("2", "of 3", "Set 1 of 2")


def test_the_parts_of_a_walk_fill_it_with_easy_ends(browser_page: Page) -> None:
    levels = [[level.minutes, level.brisk, level.brisk_minutes] for level in knowledge().walk_levels]
    found = run(browser_page, "return given.map((level) => p.parts(...level));", levels)
    for (minutes, brisk, each), walk in zip(levels, found, strict=True):
        assert sum(part["seconds"] for part in walk) == minutes * 60
        assert [part["seconds"] for part in walk if part["kind"] == "brisk"] == [each * 60] * brisk
        if brisk:
            assert walk[0]["kind"] == walk[-1]["kind"] == "easy"
            assert min(walk[0]["seconds"], walk[-1]["seconds"]) >= 180


def test_brisk_minutes_are_counted_as_far_as_they_were_walked(browser_page: Page) -> None:
    body = "const list = p.parts(22, 3, 1); return [0, 330, 1320, 9000].map((s) => p.briskMinutes(list, s));"
    assert run(browser_page, body) == [0, 0, 3, 3]


def test_a_walk_with_rests_keeps_the_first_onset_and_the_longest_ease(browser_page: Page) -> None:
    body = """
      const min = 60000;
      let s = w.goOn(w.begin(), 0);
      s = w.symptoms(s, 4 * min);
      s = w.eased(s, 6 * min);
      s = w.symptoms(s, 9 * min);
      s = w.eased(s, 14 * min);
      s = w.pause(s, 15 * min);
      s = w.goOn(s, 25 * min);
      s = w.finish(s, 26 * min);
      return [w.minutes(s, 40 * min), s.onset, s.ease];
    """
    assert run(browser_page, body) == [9, 4, 5]
