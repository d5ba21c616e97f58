"""Every address of the site: accounts and patient screens at the root, the practitioner's under their own words."""

from django.urls import include, path

urlpatterns = [
    path("", include("backstride.web.library.urls")),
    path("", include("backstride.web.accounts.urls")),
    path("", include("backstride.web.patient.urls")),
    path("", include("backstride.web.practitioner.urls")),
]
