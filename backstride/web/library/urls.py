"""Addresses of the public pages."""

from django.urls import path

from backstride.web.library.welcome import welcome

app_name = "library"
urlpatterns = [
    path("", welcome, name="welcome"),
]
