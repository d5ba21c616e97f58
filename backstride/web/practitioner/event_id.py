"""The id an event gets when its page is drawn, so that sending the page twice records it once."""

import uuid

from django.http import HttpRequest


def event_id_of(request: HttpRequest, part: str = "") -> uuid.UUID:
    """The id sent with the page, or a new one when it is missing or no id; `part` tells several events of one page apart."""
    try:
        sent = uuid.UUID(request.POST.get("event_id", ""))
    except ValueError:
        return uuid.uuid4()
    return uuid.uuid5(sent, part) if part else sent
