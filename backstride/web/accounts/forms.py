"""The forms of the account screens; templates draw their fields, these only read and check them."""

from django import forms
from django.utils.translation import gettext_lazy as _

from backstride.web.accounts.codes import is_code, tidied


class SignIn(forms.Form):
    """E-mail and password."""

    email = forms.EmailField(
        label=_("E-mail"),
        error_messages={
            "required": _("Enter your e-mail."),
            "invalid": _("Enter a whole e-mail address, like name@example.org."),
        },
    )
    password = forms.CharField(label=_("Password"), strip=False, error_messages={"required": _("Enter your password.")})


class Code(forms.Form):
    """A code copied from paper, typed in any case, with or without dashes."""

    code = forms.CharField(label=_("Code"), max_length=40, error_messages={"required": _("Enter the code.")})

    def clean_code(self) -> str:
        """The code in the form it is looked up by."""
        typed = self.cleaned_data["code"]
        if not is_code(typed):
            raise forms.ValidationError(
                _("A code has 12 letters and numbers, like ABCD-EFGH-2345. Check it and try again.")
            )
        return tidied(typed)
