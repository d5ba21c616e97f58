"""Find the person a recovery code belongs to."""

from backstride.web.accounts.codes import hashed, is_code
from backstride.web.accounts.models import User


def recover_device(code: str) -> User | None:
    """The person whose recovery code this is; None when it belongs to nobody. A practitioner is never found this way."""
    if not is_code(code):
        return None
    patients = User.objects.filter(kind__in=[User.Kind.DEVICE, User.Kind.PATIENT], is_active=True)
    return patients.filter(recovery_hash=hashed(code)).first()
