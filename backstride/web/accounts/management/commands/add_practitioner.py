"""Add a practitioner and their clinic: the first thing to do in a real installation."""

from getpass import getpass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from backstride.web.accounts.actions.add_practitioner import add_practitioner
from backstride.web.accounts.models import User


class Command(BaseCommand):
    """`manage.py add_practitioner --clinic … --name … --email … --profession …`; it asks for the password."""

    help = "Add a practitioner to a clinic, which is made when it is new. Asks for the password."

    def add_arguments(self, parser: CommandParser) -> None:
        """The clinic's name and who the practitioner is."""
        parser.add_argument("--clinic", required=True)
        parser.add_argument("--name", required=True)
        parser.add_argument("--email", required=True)
        parser.add_argument("--profession", required=True, choices=User.Profession.values)

    def handle(self, *args: object, **options: str) -> None:
        """Ask for the password and store the practitioner."""
        password = getpass("Password, 10 characters or more: ")
        try:
            validate_password(password)
            add_practitioner(
                clinic_name=options["clinic"],
                display_name=options["name"],
                email=options["email"],
                profession=options["profession"],
                password=password,
            )
        except ValidationError as refused:
            raise CommandError("; ".join(refused.messages)) from refused
        self.stdout.write(f"{options['name']} can now sign in at /sign-in/.")
