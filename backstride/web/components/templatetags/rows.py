"""Rows and blocks that stand many times on a page: moves, steps of the day, people in a caseload, tables, the timer."""

from collections.abc import Sequence

from django import template

from backstride.web.components.drawings import POINTED, Shown

register = template.Library()


@register.inclusion_tag("components/exercise_row.html")
def exercise_row(
    shown: Shown | str, name: str, dose: str, change: str = "", word: str = "", href: str = ""
) -> dict[str, object]:
    """One move with its small picture; stands in <ul class="rows"><li>.

    `shown` is its figure, or a figure's id. `dose` reads "Right leg · 2 × 10". `change` brings a chip (see `change_chip`), `word` its own word. With `href` the row is a link.
    """
    return {
        "shown": shown,
        "name": name,
        "dose": dose,
        "change": change,
        "word": word,
        "href": href,
    }


@register.inclusion_tag("components/pick.html")
def pick(href: str, words: str, note: str = "", figure: str = "", mark: str = "", shape: str = "") -> dict[str, object]:
    """A row that is one large link, beginning with a `figure`, initials (`mark`) or an icon (`shape`)."""
    return {
        "href": href,
        "words": words,
        "note": note,
        "figure": figure,
        "mark": mark,
        "shape": shape,
    }


@register.inclusion_tag("components/day_step.html")
def day_step(title: str, state: str = "open", detail: str = "", note: str = "", href: str = "") -> dict[str, object]:
    """One step on the day's line, an <li> of <ol class="day-line">: `state` is open or done, `detail` stands beside the title."""
    return {"title": title, "state": state, "detail": detail, "note": note, "href": href}


@register.inclusion_tag("components/hero.html")
def hero(shown: Shown | str, name: str, caption: str = "", pose: int | str = POINTED) -> dict[str, object]:
    """The large picture on the mat, with ghost, arrow and words, drawn into the page; its caption (or `name`) below."""
    return {"shown": shown, "name": name, "caption": caption or name, "pose": pose}


@register.inclusion_tag("components/attention_row.html")
def attention_row(
    kind: str,
    word: str,
    name: str,
    href: str,
    about: str,
    reason: str,
    action: str,
    consequence: str = "",
    seen: str = "",
    pain: Sequence[int | None] = (),
    pain_words: str = "",
    flares: Sequence[tuple[int, int]] = (),
    action_href: str = "",
    urgent: bool = False,
    read: bool = False,
) -> dict[str, object]:
    """One person of a caseload; stands in <ul class="rows attention"><li>.

    `kind` and `word` make the chip; `about` reads "61 · Spinal stenosis"; `reason` is bold, `consequence` follows it.
    `pain` is the sparkline (0 to 10, oldest first) and `pain_words` its text alternative. `urgent` fills the button, `read` is lighter.
    """
    return {
        "kind": kind,
        "word": word,
        "name": name,
        "href": href,
        "about": about,
        "seen": seen,
        "reason": reason,
        "consequence": consequence,
        "pain": pain,
        "pain_words": pain_words,
        "flares": flares,
        "action": action,
        "action_href": action_href or href,
        "urgent": urgent,
        "read": read,
    }


@register.inclusion_tag("components/data_table.html")
def data_table(
    caption: str, heads: Sequence[str], rows: Sequence[Sequence[object]], summary: str = ""
) -> dict[str, object]:
    """A table in its own scrolling frame; the first cell of a row is its head. With `summary` it is folded under that word."""
    return {"caption": caption, "heads": heads, "rows": rows, "summary": summary}


@register.inclusion_tag("components/timer_ring.html")
def timer_ring(
    state: str,
    side: str,
    cue: str,
    set: str,  # noqa: A002  (the word of the field: the set being done)
    count: int = 0,
    unit: str = "",
    left: int = 100,
) -> dict[str, object]:
    """The timer: `state` is ready, work, rest, paused or done; `left` is how much of the ring is still to go, 0 to 100.

    A script finds the parts by data-part (count, unit, side, cue, set), the ring by [data-state] and .ring-left.
    """
    return {"state": state, "side": side, "cue": cue, "set": set, "count": count, "unit": unit, "left": left}


@register.inclusion_tag("components/reason.html")
def reason(
    words: str,
    figures: Sequence[tuple[str, str]] = (),
    rule: str = "",
    rule_href: str = "",
    source: str = "",
    strength: str = "",
    proposed: bool = False,
) -> dict[str, object]:
    """The inside of a "why?": the reason, the person's own `figures` as (name, value), rule, source and strength of the evidence."""
    return {
        "words": words,
        "figures": figures,
        "rule": rule,
        "rule_href": rule_href,
        "source": source,
        "strength": strength,
        "proposed": proposed,
    }
