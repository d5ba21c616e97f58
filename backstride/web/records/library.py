"""The knowledge this process works with, read once."""

from functools import cache

from backstride.engine.catalogue import Knowledge
from backstride.knowledge import Library, load


@cache
def library() -> Library:
    """All knowledge: texts by kind, and what the engine reads."""
    return load()


def knowledge() -> Knowledge:
    """What the engine reads."""
    return library().engine
