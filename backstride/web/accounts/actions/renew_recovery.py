"""Give a person a new recovery code; the old one stops working."""

from backstride.web.accounts.codes import hashed, new_code
from backstride.web.accounts.models import User


def renew_recovery(person: User) -> str:
    """The new code, which is known only now."""
    code = new_code()
    person.recovery_hash = hashed(code)
    person.save(update_fields=["recovery_hash"])
    return code
