"""Start on this device: an account with no name and no e-mail, and the code that moves it."""

from backstride.web.accounts.codes import hashed, new_code
from backstride.web.accounts.models import User


def create_device_person() -> tuple[User, str]:
    """A new person of kind `device`, and their recovery code, which is known only now."""
    code = new_code()
    person = User.objects.create_user(kind=User.Kind.DEVICE, recovery_hash=hashed(code))
    return person, code
