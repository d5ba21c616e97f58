"""The signs of an emergency in few words, for the page that must be read in seconds; each stands for one safety question."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# The first list of the page: signs of nerves pressed low in the back, and a leg that gets weak.
FIRST: dict[str, Promise] = {
    "C1": _("Numb, tingling or changed feeling between the legs, or around the back passage"),
    "C2": _("New trouble passing, holding or feeling urine"),
    "C3": _("New loss of control of the bowels, or no feeling when you pass stool"),
    "C4": _("New change in sexual function or in feeling in the genitals"),
    "C5": _("Both legs newly weak, numb or painful"),
    "N1": _("A foot that drags or a knee that gives way, and is getting worse fast"),
}
NOW: dict[str, Promise] = {
    "V1": _("Chest pain, or short of breath"),
    "A1": _("Sudden severe pain in your back or belly, faintness or collapse, a belly that pulses"),
    "N3": _("A foot that is suddenly cold and painful"),
    "I1": _("Fever with shivering, confusion, fast breathing, or too ill to stand"),
    "K1": _("Cancer now or before, with new trouble walking, a weak leg, or changed feeling, bladder or bowel"),
    "B1": _("Pregnant with bleeding, leaking fluid, contractions, or a headache with changed sight"),
}
TODAY: dict[str, Promise] = {
    "I1": _("Fever, chills or feeling very ill, with back pain"),
    "F1": _("A bad fall or crash; a minor one with weak bones, long use of steroids, or over about 65"),
    "V1": _("One calf that is hot and swollen"),
    "N1": _("A foot or leg that is weak, newly or more than before"),
    "N2": _("A leg that is a little weaker than last week"),
    "K2": _(
        "Weight loss without trying, night pain that no position eases, pain between the shoulder blades: two of these"
    ),
    "B1": _("Pregnant with dizziness or a swollen calf"),
}


def first() -> tuple[Promise, ...]:
    """The signs at the top of the page."""
    return tuple(FIRST.values())
