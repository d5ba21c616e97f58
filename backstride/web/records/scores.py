"""Words for scores: what was answered first and last, and whether that is a change; for person and practitioner alike."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backstride.engine.decision import Fact, Reason
from backstride.engine.measuring import Change, change, points, score_of
from backstride.engine.program import Program, Score
from backstride.knowledge.measure import Measure
from backstride.web.records.library import knowledge, library
from backstride.web.records.wording import ReasonWords, reason_words

SENTENCES = {
    Change.BETTER: gettext_lazy("Clearly better than at the start."),
    Change.WORSE: gettext_lazy("Clearly worse than at the start."),
    Change.WITHIN_ERROR: gettext_lazy("No clear change: within measurement error."),
}
TONES = {Change.BETTER: "ok", Change.WORSE: "mid", Change.WITHIN_ERROR: "neutral"}


@dataclass(frozen=True)
class ScoreWords:
    """One measure's answers in words.

    `name` is the measure's, or the person's own words for a task. `first` and `last` are scores as people read them,
    `range` what they can be ("" where the answer is in words). `again`: there are two answers of different dates.
    `change` is better, worse, within-error, or "" where nothing can be said; `sentence` says it, `tone` is ok, mid or
    neutral; `reason` has the figures and the rule, None without a verdict.
    """

    measure: str
    name: str
    first: str
    first_on: date
    last: str
    last_on: date
    range: str
    again: bool
    change: str
    sentence: str
    tone: str
    reason: ReasonWords | None


def score_words(program: Program) -> tuple[ScoreWords, ...]:
    """Every measure that was answered, in the order of lists."""
    scores = sorted(program.measures, key=lambda score: library().measures[score.measure].place)
    return tuple(_words(program, score) for score in scores)


def measure_name(program: Program, measure: Measure) -> str:
    """The measure's name, or what the person called their task."""
    score = score_of(program, measure.id)
    return score.note if score is not None and score.note else measure.name


def _words(program: Program, score: Score) -> ScoreWords:
    measure = library().measures[score.measure]
    found = change(program, score.measure, knowledge())
    return ScoreWords(
        measure=score.measure,
        name=measure_name(program, measure),
        first=_printed(measure, score.first),
        first_on=score.first_on,
        last=_printed(measure, score.last),
        last_on=score.last_on,
        range="" if measure.choices else range_words(measure),
        again=score.first_on != score.last_on,
        change=found.value if found is not None else "",
        sentence=str(SENTENCES[found]) if found is not None else _without_verdict(measure, score),
        tone=TONES[found] if found is not None else "neutral",
        reason=reason_words(_reason(program, measure, score)) if found is not None else None,
    )


def range_words(measure: Measure) -> str:
    """What the score can be, for example "0 to 24"."""
    return f"{measure.low:g} to {measure.high:g}"


def _without_verdict(measure: Measure, score: Score) -> str:
    if measure.choices:
        return ""
    if measure.absolute is None and measure.share is None:
        return _("Figures only: it is not known how much is a change.")
    return _("First answer. A later one can show a change.")


def _printed(measure: Measure, score: int) -> str:
    said = {choice.score: choice.words for choice in measure.choices}
    return said.get(score) or measure.printed(score)


def _reason(program: Program, measure: Measure, score: Score) -> Reason:
    """The rule, with the figures as people read them."""
    takes = _("at least %(points)s points") % {"points": measure.printed(points(program, measure.id, knowledge()))}
    if measure.share is not None:
        takes += _(" and %(percent)d %% of the first") % {"percent": round(measure.share * 100)}
    facts: tuple[Fact, ...] = (
        (_("first answer"), measure.printed(score.first)),
        (_("last answer"), measure.printed(score.last)),
        (_("a change takes"), takes),
    )
    return Reason("measuring/change", facts)
