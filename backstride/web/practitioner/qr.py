"""An address as a picture that a phone's camera can read."""

import io

import segno
from django.utils.safestring import SafeString, mark_safe

QUIET_ZONE = 4


def qr_picture(link: str) -> SafeString:
    """The QR of an address as SVG, always dark on light because cameras want it so."""
    out = io.BytesIO()
    segno.make(link, error="m", micro=False).save(
        out,
        kind="svg",
        border=QUIET_ZONE,
        dark="#000",
        light="#fff",
        xmldecl=False,
        svgclass="qr",
        lineclass=None,
        omitsize=True,
    )
    return mark_safe(out.getvalue().decode())  # noqa: S308  (made here from an address of this site)
