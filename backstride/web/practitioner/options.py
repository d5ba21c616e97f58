"""What can be chosen in an assessment, in words: sides, directions, grades, equipment, stages of a pregnancy."""

from backstride.engine.assessment import AEROBIC, GRADES, PROFESSIONS
from backstride.engine.pregnancy import EARLY, LATE, MIDDLE
from backstride.knowledge.cause import Cause
from backstride.web.records.library import knowledge, library
from backstride.web.records.names import exercise_words

Options = list[tuple[str, str]]

UNKNOWN = "unknown"
SIDES = (("left", "Left"), ("right", "Right"), ("both", "Both"))
PROFESSION_WORDS = tuple((one, one.replace("-", " ").capitalize()) for one in PROFESSIONS)
PREFERENCES = (
    ("extension", "Extension eases"),
    ("flexion", "Flexion eases"),
    ("neutral", "No direction found"),
    ("not-tested", "Not tested"),
)
WORSENING = (("extension", "Extension"), ("flexion", "Flexion"))
YES_NO = (("yes", "Yes"), ("no", "No"))
SITES = (
    ("nowhere", "Nowhere"),
    ("back", "Low back"),
    ("buttock", "Buttock"),
    ("thigh", "Thigh"),
    ("calf", "Calf"),
    ("foot", "Foot"),
)
SCORES = tuple((str(score), str(score)) for score in range(11))
GRADE_WORDS = (*((str(one), f"Grade {one}") for one in range(GRADES[0], GRADES[1] + 1)), (UNKNOWN, "Not known"))
AEROBIC_WORDS = tuple(zip(AEROBIC, ("Walking", "Exercise bike", "Walking in water"), strict=True))
# What riding and water walking cannot do without.
AEROBIC_KIT = {"bike": "bike", "water": "pool"}
# Findings that follow from the week of a pregnancy, and are not ticked.
STAGES = frozenset((EARLY, MIDDLE, LATE))
KIT = {
    "band": "an elastic band",
    "bike": "an exercise bike",
    "box": "a sturdy box or low bench",
    "chair": "a firm chair",
    "doorway": "a doorway to lie in",
    "pad": "a cushion to kneel on",
    "pillow": "a pillow",
    "pool": "a pool",
    "second-chair": "a second chair",
    "step": "a step",
    "stick": "a stick",
    "strap": "a strap or belt",
    "towel": "a towel",
    "wall": "a free wall",
    "weights": "weights or a loaded bag",
    "worktop": "a worktop",
}
# Nearly every home has these; the practitioner unticks what is missing.
USUAL_KIT = ("chair", "doorway", "pillow", "second-chair", "towel", "wall", "worktop")


def causes() -> Options:
    """The causes by name."""
    return [(key, cause.name) for key, cause in library().causes.items()]


def kinds(cause: Cause) -> Options:
    """The kinds of this cause that are told apart; one has to be known where the week of a pregnancy hangs on it."""
    told = [(kind.id, kind.name) for kind in cause.kinds]
    return told if any(kind.weeks for kind in cause.kinds) else [*told, (UNKNOWN, "Not known")]


def comforts(cause: Cause) -> Options:
    """The positions among which somebody with this cause picks the most comfortable."""
    return [*((one, exercise_words(one).name) for one in cause.comfort), (UNKNOWN, "None stands out")]


def contraindications() -> Options:
    """Findings that rule moves out, each with the question that finds it; of a pregnancy the week is asked."""
    return [(key, one.question) for key, one in library().contraindications.items() if key not in STAGES]


def kit() -> Options:
    """Everything some exercise asks for."""
    return [(item, kit_name(item)) for item in knowledge().kit]


def kit_name(item: str) -> str:
    """What the thing is called in a list, for example "Elastic band"."""
    words = kit_words(item).removeprefix("an ").removeprefix("a ")
    return words[:1].upper() + words[1:]


def kit_words(item: str) -> str:
    """What the thing is called in a sentence, for example "an elastic band"."""
    return KIT.get(item) or f"a {item.replace('-', ' ')}"
