"""Addresses of the public pages."""

from django.urls import path

from backstride.web.library.cause import cause
from backstride.web.library.contraindication import contraindication
from backstride.web.library.evidence import evidence, sources
from backstride.web.library.exercise import exercise
from backstride.web.library.flag import flag
from backstride.web.library.ladder import ladder
from backstride.web.library.lesson import lesson, lessons
from backstride.web.library.measure import measure, measures
from backstride.web.library.rule import rule
from backstride.web.library.rulebook import rulebook
from backstride.web.library.search import search
from backstride.web.library.tip import tip
from backstride.web.library.walking import walking
from backstride.web.library.welcome import welcome
from backstride.web.library.yellow import yellow

app_name = "library"
urlpatterns = [
    path("", welcome, name="welcome"),
    path("rulebook/", rulebook, name="rulebook"),
    path("search/", search, name="search"),
    # A rule's id has a slash of its own: group/name.
    path("rule/<path:rule>/", rule, name="rule"),
    path("exercise/<str:exercise>/", exercise, name="exercise"),
    path("ladder/<slug:ladder>/", ladder, name="ladder"),
    path("cause/<slug:cause>/", cause, name="cause"),
    path("flag/<str:flag>/", flag, name="flag"),
    path("yellow/", yellow, name="yellow"),
    path("contraindication/<slug:contraindication>/", contraindication, name="contraindication"),
    path("lesson/", lessons, name="lesson"),
    path("lesson/<slug:lesson>/", lesson, name="lesson"),
    path("tip/", tip, name="tip"),
    path("walking/", walking, name="walking"),
    path("measure/", measures, name="measure"),
    path("measure/<slug:measure>/", measure, name="measure"),
    path("evidence/", sources, name="evidence"),
    path("evidence/<slug:evidence>/", evidence, name="evidence"),
]
