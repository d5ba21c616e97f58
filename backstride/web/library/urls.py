"""Addresses of the public pages."""

from django.urls import path

from backstride.web.library.cause import cause
from backstride.web.library.evidence import evidence
from backstride.web.library.exercise import exercise
from backstride.web.library.flag import flag
from backstride.web.library.rule import rule
from backstride.web.library.rulebook import rulebook
from backstride.web.library.welcome import welcome

app_name = "library"
urlpatterns = [
    path("", welcome, name="welcome"),
    path("rulebook/", rulebook, name="rulebook"),
    # A rule's id has a slash of its own: group/name.
    path("rule/<path:rule>/", rule, name="rule"),
    path("exercise/<str:exercise>/", exercise, name="exercise"),
    path("cause/<slug:cause>/", cause, name="cause"),
    path("flag/<str:flag>/", flag, name="flag"),
    path("evidence/<slug:evidence>/", evidence, name="evidence"),
]
