"""Counting failed sign-ins, so that a password cannot be guessed by trying."""

import hashlib

from django.core.cache import cache
from django.http import HttpRequest

MOST = 5
WINDOW_SECONDS = 300


def too_many(request: HttpRequest, email: str) -> bool:
    """Whether this address has failed 5 times within 5 minutes from here."""
    return int(cache.get(_key(request, email), 0)) >= MOST


def count_failure(request: HttpRequest, email: str) -> None:
    """Remember one failed attempt for 5 minutes."""
    key = _key(request, email)
    cache.set(key, int(cache.get(key, 0)) + 1, WINDOW_SECONDS)


def _key(request: HttpRequest, email: str) -> str:
    who = f"{request.META.get('REMOTE_ADDR', '')} {email.strip().lower()}"
    return f"sign-in-{hashlib.sha256(who.encode()).hexdigest()}"
