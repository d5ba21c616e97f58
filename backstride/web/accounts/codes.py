"""Codes that people copy by hand: 12 characters without look-alikes, shown in fours, kept only as a hash."""

import hashlib
import secrets

# No I, O, 0 or 1 and no lower case at all: in Manrope l and I look alike, and nobody should have to switch the keyboard.
ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
LENGTH = 12
GROUP = 4


def new_code() -> str:
    """A random code (60 bits), plain, without the dashes."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def shown(code: str) -> str:
    """The code as people see it: three groups of four."""
    plain = tidied(code)
    return "-".join(plain[start : start + GROUP] for start in range(0, len(plain), GROUP))


def tidied(typed: str) -> str:
    """What someone typed or scanned, without spaces and dashes and in capitals."""
    return "".join(character for character in typed.upper() if character.isalnum())


def is_code(typed: str) -> bool:
    """Whether the text could be a code at all, before anything is looked up."""
    plain = tidied(typed)
    return len(plain) == LENGTH and set(plain) <= set(ALPHABET)


def hashed(code: str) -> str:
    """The hash kept in the database; the code is random enough that a plain SHA-256 cannot be searched backward in practice."""
    return hashlib.sha256(tidied(code).encode()).hexdigest()
