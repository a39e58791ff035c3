"""Say by which key, or by which typed order, that is done here which a refusal asks for."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from goodpath_client.keys import BY_NAME, key_label
from goodpath_client.teacher import keys as teacher


class Way(NamedTuple):
    """What is to be done after a refusal, in each way to play or to teach; empty where there is none."""

    deeds: tuple[str, ...] = ()
    """On the student's screens: names of deeds that have a key."""
    orders: tuple[str, ...] = ()
    """In the line mode: names of orders."""
    teaching: tuple[str, ...] = ()
    """On the teacher's console: names of its deeds."""


WAYS: Final[Mapping[str, Way]] = MappingProxyType(
    {
        "phone_down": Way(("phone",), ("phone",)),
        "on_phone": Way(("phone",), ("down",)),
        "no_credit": Way(("phone",), ("down", "say")),
        "battery_empty": Way(orders=("plug",)),
        "no_persona": Way(orders=("take",)),
        "has_persona": Way(orders=("observe",)),
        "not_on_page": Way(("pictures",), ("pictures",)),
        "no_such_page": Way(("contacts",), ("who",)),
        "phase_ends": Way(teaching=("fire", "skip")),
        "not_started": Way(teaching=("start",)),
    }
)
"""Code of a refusal -> how that is done which its sentence says."""
_NONE: Final = Way()


def with_keys(code: str, text: str) -> str:
    """A refusal's sentence as a student's screen says it: `...; pick it up first (F4).`"""
    deeds = map(BY_NAME.__getitem__, WAYS.get(code, _NONE).deeds)
    return _told(text, [key_label(deed.keys[0]) for deed in deeds])


def with_orders(code: str, text: str) -> str:
    """A refusal's sentence as the line mode says it: `...; pick it up first (/phone).`"""
    return _told(text, [f"/{name}" for name in WAYS.get(code, _NONE).orders])


def with_teacher_keys(code: str, text: str) -> str:
    """A refusal's sentence as the console says it: `...; let it happen now (F fire, S skip).`"""
    deeds = map(teacher.BY_NAME.__getitem__, WAYS.get(code, _NONE).teaching)
    return _told(text, [f"{teacher.label(deed.keys[0])} {deed.hint}" for deed in deeds])


def _told(text: str, ways: list[str]) -> str:
    return f"{text.removesuffix('.')} ({', '.join(ways)})." if ways else text
