"""The latest decision about each ladder, the walk and the phase: why things are as they are."""

from collections.abc import Iterable

from django.db.models import Max

from backstride.engine.codec import from_plain
from backstride.engine.decision import Decision, Kind
from backstride.web.records.models import DecisionRecord, Episode
from backstride.web.records.wording import DecisionWords, decision_words


def last_words(episode: Episode, subjects: Iterable[str]) -> dict[str, DecisionWords]:
    """By subject, what last set or moved it; two queries, however long the history. A color moves nothing by itself."""
    rows = episode.decisions.filter(subject__in=list(subjects)).exclude(kind=Kind.COLORED.value).order_by()
    latest = rows.values("subject").annotate(latest=Max("pk")).values_list("latest", flat=True)
    found = DecisionRecord.objects.filter(pk__in=list(latest))
    return {row.subject: decision_words(from_plain(Decision, row.body)) for row in found}
