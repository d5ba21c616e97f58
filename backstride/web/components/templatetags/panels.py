"""Parts that hold other parts: the now panel, "why?", banners and empty states.

Each is written as a pair: {% why "Why level 5?" %} … {% end_why %}.
"""

from django import forms, template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from backstride.web.components.templatetags.marks import SHAPES

register = template.Library()


@register.simple_block_tag(end_name="end_now_panel")
def now_panel(content: SafeString, title: str, lead: str = "", level: int = 1) -> SafeString:
    """The single dark panel of a page: what to do now. `level` is the heading's level, 1 or 2."""
    return render_to_string(
        "components/now_panel.html",
        {"content": content, "title": title, "lead": lead, "heading": f"h{level}"},
    )


@register.simple_block_tag(end_name="end_why")
def why(content: SafeString, question: str, opened: bool = False) -> SafeString:
    """A question that opens its reason; inside stand the reason, the person's own figures, rule, source and strength."""
    return render_to_string("components/why.html", {"content": content, "question": question, "opened": opened})


@register.simple_block_tag(end_name="end_banner")
def banner(content: SafeString, kind: str = "info", shape: str = "") -> SafeString:
    """One sentence (and one action) under the header: `kind` is info, ok, mid, stop or offline."""
    looks = {"info": ("", "info"), "offline": ("mid", "offline")}
    look, usual = looks.get(kind) or (kind, SHAPES[kind])
    return render_to_string("components/banner.html", {"content": content, "kind": look, "shape": shape or usual})


@register.simple_block_tag(end_name="end_empty_state")
def empty_state(content: SafeString, title: str, figure: str = "") -> SafeString:
    """What will appear here; inside stands the step that makes it appear. `figure` is the id of one to show."""
    return render_to_string("components/empty_state.html", {"content": content, "title": title, "figure": figure})


@register.inclusion_tag("components/error_summary.html")
def error_summary(form: forms.BaseForm) -> dict[str, object]:
    """What is wrong with a form, in one list with links to the fields; nothing when all is well."""
    named = [(form[name], errors) for name, errors in form.errors.items() if name in form.fields]
    return {"fields": named, "general": form.non_field_errors(), "count": sum(map(len, form.errors.values()))}


@register.inclusion_tag("components/field.html")
def field(bound: forms.BoundField, kind: str = "text", autocomplete: str = "", note: str = "") -> dict[str, object]:
    """One field of a form with its label, note and error. `kind` is the input's type, or code or area."""
    return {"field": bound, "kind": kind, "autocomplete": autocomplete, "note": note}
