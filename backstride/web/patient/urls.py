"""Addresses of the patient's screens."""

from django.urls import path

from backstride.web.patient.answers import answers
from backstride.web.patient.baseline import baseline
from backstride.web.patient.changes import changes
from backstride.web.patient.check_in import check_in
from backstride.web.patient.diagnosis import diagnosis
from backstride.web.patient.flare import flare
from backstride.web.patient.measures import measure, measures
from backstride.web.patient.monthly import monthly
from backstride.web.patient.refer import refer
from backstride.web.patient.reopen import reopen
from backstride.web.patient.ride import ride
from backstride.web.patient.screening import screening
from backstride.web.patient.session import session
from backstride.web.patient.settled import settled
from backstride.web.patient.something_changed import something_changed
from backstride.web.patient.start import start
from backstride.web.patient.summary import summary
from backstride.web.patient.taught import taught
from backstride.web.patient.today import today
from backstride.web.patient.walk import walk
from backstride.web.patient.without_diagnosis import without_diagnosis
from backstride.web.patient.wrong import wrong

app_name = "patient"

urlpatterns = [
    path("start/", start, name="start"),
    path("screening/", screening, name="screening"),
    path("diagnosis/", diagnosis, name="diagnosis"),
    path("baseline/", baseline, name="baseline"),
    path("without-diagnosis/", without_diagnosis, name="without-diagnosis"),
    path("summary/", summary, name="summary"),
    path("refer/", refer, name="refer"),
    path("reopen/", reopen, name="reopen"),
    path("today/", today, name="today"),
    path("check-in/", check_in, name="check-in"),
    path("session/", session, name="session"),
    path("settled/", settled, name="settled"),
    path("walk/", walk, name="walk"),
    path("ride/", ride, name="ride"),
    path("flare/", flare, name="flare"),
    path("changes/", changes, name="changes"),
    path("measures/", measures, name="measures"),
    path("measures/<slug:measure>/", measure, name="measures-measure"),
    path("monthly/", monthly, name="monthly"),
    path("answers/", answers, name="answers"),
    path("taught/", taught, name="taught"),
    path("wrong/", wrong, name="wrong"),
    path("something-changed/", something_changed, name="something-changed"),
]
