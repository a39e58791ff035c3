"""Refusals that several matters share, so that each is said in the same words wherever it is met."""

from goodpath_core.errors import Refused


def no_such_persona() -> Refused:
    """The refusal for an id that is nobody's, or nobody's in the cell."""
    return Refused("no_such_persona", "There is no such persona; choose one from the list.")


def no_such_seat() -> Refused:
    """The refusal for a seat that is not there, or closed."""
    return Refused("no_such_seat", "There is no such seat; choose one from the list.")


def no_such_chat() -> Refused:
    """The refusal to a teacher for a chat that is not there."""
    return Refused("no_such_room", "There is no such chat; choose one from the list.")


def no_such_chat_for_you() -> Refused:
    """The refusal for a chat that is closed to a persona: it must not tell it from one that is not there."""
    return Refused("no_such_room", "There is no such chat for you; choose one from your list.")


def on_shift() -> Refused:
    """The refusal of what needs the phone, or the room, while the persona is on the line."""
    return Refused("on_shift", "Your phone is locked away until the shift ends.")


def nothing_to_send() -> Refused:
    """The refusal of a text without words."""
    return Refused("empty", "There is nothing to send; write something first.")


def nothing_changed() -> Refused:
    """The refusal of a change after which all would be as it was."""
    return Refused("no_change", "Nothing has changed.")
