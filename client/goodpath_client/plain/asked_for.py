"""Name the order with which something was asked for, where no words of it can be quoted."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from goodpath_core.play.event import Command

_ORDERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "take_persona": "take",
        "read_briefing": "go",
        "pick_up_phone": "phone",
        "put_phone_down": "down",
        "plug_in": "plug",
        "post_message": "answer",
        "take_back_message": "back",
        "set_notice": "notice",
        "edit_page": "clear",
        "publish_post": "post",
        "remove_post": "remove",
        "arrange_album": "pictures",
        "give_reason": "why",
        "like_thing": "like",
        "write_comment": "comment",
        "visit_page": "visit",
        "look_at_picture": "open",
        "say_aloud": "say",
        "look_around": "look",
        "signal_stop": "stop",
        "speak_aside": "ooc",
    }
)
"""Tag of a request -> name of its order, where the two differ."""


def order_of(command: type[Command]) -> str:
    """The name of the order that asks for it, without its slash."""
    return _ORDERS.get(command.kind, command.kind)
