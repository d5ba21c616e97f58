"""The engine: pure functions that turn a diagnosed cause and evidence into a program, with reasons."""

from backstride.engine.advancing import advance
from backstride.engine.options import options
from backstride.engine.planning import today
from backstride.engine.prescribing import NotPrescribed, prescribe
from backstride.engine.replaying import begin, replay, trace
from backstride.engine.rolling import OutOfOrder
from backstride.engine.screening import Clear, Refer, screen
from backstride.engine.values import Refused

__all__ = [
    "Clear",
    "NotPrescribed",
    "OutOfOrder",
    "Refer",
    "Refused",
    "advance",
    "begin",
    "options",
    "prescribe",
    "replay",
    "screen",
    "today",
    "trace",
]
