"""How far down the leg, as the body chart posts it and as the engine knows it."""

from backstride.engine.values import Site
from backstride.web.components.templatetags.questions import PLACES

SITES = dict(zip(PLACES, Site, strict=True))
