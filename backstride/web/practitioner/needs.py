"""The caseload in the order of need, as one query: what the records say, and who has not joined or gone quiet."""

from datetime import date, timedelta

from django.db.models import Case, CharField, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from backstride.engine.decision import Kind
from backstride.engine.event import Approved, CheckedIn, SessionDone, Walked
from backstride.web.accounts.models import User
from backstride.web.records import attention
from backstride.web.records.access import caseload
from backstride.web.records.models import DecisionRecord, Episode, EventRecord

TO_ASSESS, NOT_JOINED = 55, 45
# From this rank on somebody is needed today; below it and above AS_PLANNED, this week.
TODAY, THIS_WEEK = attention.TO_APPROVE, attention.AS_PLANNED + 1
QUIET_DAYS = 3
TELLING = (CheckedIn.__name__, SessionDone.__name__, Walked.__name__)
MOVING = (
    Kind.PROGRESSED,
    Kind.REGRESSED,
    Kind.STOPPED,
    Kind.REDUCED,
    Kind.WITHHELD,
    Kind.PHASE_CHANGED,
    Kind.FLARE_ENDED,
)

GOES_ON = Q(snapshot__attention__lt=attention.QUIET)
NOBODY = Q(patient=None) & (Q(invitation=None) | Q(invitation__accepted_by=None))


def listed(practitioner: User, today: date) -> QuerySet[Episode]:
    """The caseload with `rank` (higher: sooner), `need` (a key of `row.NEEDS`), `told_on` and `moved`, most urgent first."""
    quiet = GOES_ON & Q(told_on__lte=today - timedelta(days=QUIET_DAYS))
    episodes = caseload(practitioner).select_related("invitation").annotate(told_on=_told(), moved=_moved())
    return episodes.annotate(rank=_rank(quiet), need=_need(quiet)).order_by("-rank", "name", "pk")


def _told() -> Coalesce:
    """When the patient last told anything; before the first time, when the program was signed."""
    return Coalesce(_latest(TELLING), _latest((Approved.__name__,)))


def _latest(kinds: tuple[str, ...]) -> Subquery:
    events = EventRecord.objects.filter(episode=OuterRef("pk"), kind__in=kinds).order_by("-sequence")
    return Subquery(events.values("on")[:1])


def _moved() -> Subquery:
    moved = DecisionRecord.objects.filter(episode=OuterRef("pk"), kind__in=[kind.value for kind in MOVING]).order_by(
        "-pk"
    )
    return Subquery(moved.values("body")[:1])


def _rank(quiet: Q) -> Case:
    return Case(
        When(snapshot=None, draft__red_flag=True, then=Value(attention.SAME_DAY)),
        When(snapshot=None, then=Value(TO_ASSESS)),
        When(GOES_ON & NOBODY, then=Value(NOT_JOINED)),
        When(quiet, then=Value(attention.QUIET)),
        default=F("snapshot__attention"),
        output_field=IntegerField(),
    )


def _need(quiet: Q) -> Case:
    return Case(
        When(snapshot=None, then=Value("")),
        When(GOES_ON & NOBODY, then=Value("not-joined")),
        When(quiet, then=Value("quiet")),
        When(snapshot__attention_rule="phase/forward", then=Value("next-phase")),
        When(snapshot__attention_rule="flare/ramp", then=Value("flare")),
        *(When(snapshot__attention=rank, then=Value(need)) for rank, need in BY_RANK.items()),
        default=Value("as-planned"),
        output_field=CharField(),
    )


BY_RANK = {
    attention.EMERGENCY: "emergency",
    attention.SAME_DAY: "same-day",
    attention.PAUSED: "paused",
    attention.RED: "red",
    attention.TO_APPROVE: "to-approve",
    attention.QUIET: "quiet",
    attention.WATCH: "watch",
}
