"""Addresses of the account screens."""

from django.urls import path

from backstride.web.accounts.demo_sign_in import demo_sign_in
from backstride.web.accounts.device import device
from backstride.web.accounts.join import join, join_code
from backstride.web.accounts.recover import recover
from backstride.web.accounts.recovery import recovery
from backstride.web.accounts.sign_in import sign_in
from backstride.web.accounts.sign_out import sign_out

app_name = "accounts"
urlpatterns = [
    path("sign-in/", sign_in, name="sign-in"),
    path("demo-sign-in/", demo_sign_in, name="demo-sign-in"),
    path("sign-out/", sign_out, name="sign-out"),
    path("device/", device, name="device"),
    path("recovery/", recovery, name="recovery"),
    path("recover/", recover, name="recover"),
    path("join/", join, name="join"),
    path("join/<str:code>/", join_code, name="join-code"),
]
