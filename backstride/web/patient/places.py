"""How far down the leg, as the body chart posts it and as the engine knows it."""

from backstride.engine.values import Site
from backstride.web.components.templatetags.questions import PLACES

SITES = dict(zip(PLACES, Site, strict=True))


def place_of(site: Site | None) -> str:
    """The body chart's word for a site, or "" for none."""
    return next((place for place, known in SITES.items() if known is site), "")
