"""Addresses of the practitioner's screens."""

from django.urls import path

from backstride.web.practitioner.assess import assess
from backstride.web.practitioner.caseload import caseload
from backstride.web.practitioner.handout import handout
from backstride.web.practitioner.invite import invite
from backstride.web.practitioner.measure import measure
from backstride.web.practitioner.new_patient import new_patient
from backstride.web.practitioner.order import order
from backstride.web.practitioner.patient import patient
from backstride.web.practitioner.program import program
from backstride.web.practitioner.reopen import reopen
from backstride.web.practitioner.screen import screen
from backstride.web.practitioner.taught import taught

app_name = "practitioner"

urlpatterns = [
    path("caseload/", caseload, name="caseload"),
    path("new-patient/", new_patient, name="new-patient"),
    path("patient/<uuid:episode_id>/", patient, name="patient"),
    path("patient/<uuid:episode_id>/screen/", screen, name="screen"),
    path("patient/<uuid:episode_id>/assess/", assess, name="assess"),
    path("patient/<uuid:episode_id>/program/", program, name="program"),
    path("patient/<uuid:episode_id>/taught/", taught, name="taught"),
    path("patient/<uuid:episode_id>/handout/", handout, name="handout"),
    path("patient/<uuid:episode_id>/order/", order, name="order"),
    path("patient/<uuid:episode_id>/invite/", invite, name="invite"),
    path("patient/<uuid:episode_id>/reopen/", reopen, name="reopen"),
    path("patient/<uuid:episode_id>/measure/", measure, name="measure"),
]
