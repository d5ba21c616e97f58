"""Find the open invitation a code belongs to."""

from datetime import datetime

from backstride.web.accounts.codes import hashed, is_code
from backstride.web.accounts.models import Invitation


def find_invitation(code: str, at: datetime) -> Invitation | None:
    """The invitation, with its clinic, when the code is right, unused and in time at `at`; otherwise None."""
    if not is_code(code):
        return None
    found = Invitation.objects.select_related("clinic", "created_by").filter(code_hash=hashed(code)).first()
    return found if found and found.is_open(at) else None
