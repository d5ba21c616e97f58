"""How user rows are made and found: one manager, so that an e-mail address is always kept in one form."""

from typing import TYPE_CHECKING, Any

from django.contrib.auth.base_user import BaseUserManager

if TYPE_CHECKING:
    from backstride.web.accounts.models import User


class People(BaseUserManager["User"]):
    """The manager of `User`."""

    def create_user(self, *, email: str | None = None, password: str | None = None, **fields: Any) -> "User":
        """Store a new person; without a password nobody can sign in to the account by e-mail."""
        person = self.model(email=email, **fields)
        person.set_password(password)
        person.full_clean(exclude=["password"])
        person.save(using=self._db)
        return person

    def get_by_natural_key(self, username: str | None) -> "User":
        """The person with this e-mail address, in whatever case it was typed."""
        return self.get(email=(username or "").strip().lower())
