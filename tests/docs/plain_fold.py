"""What a stranger folds of the clock, places and phones: plain values, by docs/wire.md and nothing else."""

import re
from collections.abc import Callable
from copy import deepcopy
from typing import Any

from docs.plain_clock import STEPS, begin, leave_out

PHONE = ("model", "camera", "battery", "balance_yuan", "data_kb")
PRICES: dict[str, Callable[[Any], str]] = {
    "message.posted": lambda said: "message",
    "page.visited": lambda said: "look",
    "picture.looked_at": lambda said: "look",
    "post.published": lambda said: "picture" if said["pictures"] or said["cards"] else "message",
    "album.arranged": lambda said: "picture" if said["added"] else "",
}


def table(page: str, name: str) -> list[list[str]]:
    """The rows of a table, without the marks of code around a cell."""
    body = page.partition(f"<!-- table: {name} -->")[2].partition("<!-- end -->")[0]
    lines = body.strip().splitlines()[2:]
    return [[cell.strip(" `") for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


def usual(kind: str, said: str) -> Any:
    """What a field is that was left out."""
    empty: Any = "" if kind in ("str", "text") else {} if kind.startswith(("dict", "map")) else []
    known = {"empty": empty, "nothing": None, "true": True, "false": False, "all at their defaults": {}}
    return float(said) if re.fullmatch(r"-?[\d.]+", said) else known.get(said, said)


class PlainFold:
    """The copy of one seat: maps and lists."""

    def __init__(self, page: str, state: Any) -> None:
        """Read the page, and take up the answer to `ask state`."""
        self._fields: dict[str, dict[str, Any]] = {}
        for name in ("state fields", "event fields"):
            for of, field, kind, said, *_ in table(page, name):
                self._fields.setdefault(of, {})[field] = usual(kind, said)
        numbers = [(what, number.partition("/")) for what, number, _ in table(page, "phone")]
        self._number = {what: int(over) / int(under or 1) for what, (over, _, under) in numbers}
        self._in_lobby = "stage" not in state.get("session", {})
        self.world = self.told(state)

    def told(self, state: Any) -> Any:
        """These parts of an answer to `ask state`, with all their fields."""
        found: Any = {"clock": self._new("Clock", state.get("clock", {}))}
        for name, of in (("persons", "Person"), ("sockets", "Sockets")):
            found[name] = {key: self._new(of, one) for key, one in state.get(name, {}).items()}
        for one in found["persons"].values():
            one["phone"] = one["phone"] and self._new("PhoneNow", one["phone"])
        return found

    def _new(self, value: str, said: Any) -> Any:
        return {name: deepcopy(said.get(name, left_out)) for name, left_out in self._fields[value].items()}

    def fold(self, event: Any) -> None:
        """Take in one event of `news`."""
        _, self.wall, self.at, kind, _, _, self.voice, _, said = event[:9]
        whole = {**self._fields.get(kind, {}), **said}
        if kind in STEPS:
            STEPS[kind](self.world["clock"], self.wall, whole)
        getattr(self, "_" + kind.replace(".", "_"), lambda world, said: None)(self.world, whole)
        self._pay(PRICES.get(kind, lambda said: "")(whole))

    def _live(self, one: Any) -> None:
        if one["played"] and self.at > one["since"]:
            one["lived"][one["place"]] = one["lived"].get(one["place"], 0) + self.at - one["since"]
        one["since"] = self.at

    def _reckon(self, one: Any) -> None:
        phone, socket = one["phone"], self.world["sockets"].get(one["house"], {"live": 0, "plugs": []})
        if phone and phone["drains"]:
            rate = self._number["CHARGE_PER_S"] if one["id"] in socket["plugs"][: socket["live"]] else 0.0
            in_hand = -self._number["DRAIN_PER_S"] if one["played"] else 0.0
            rate = in_hand if one["place"] == "phone" else rate
            percent = phone["battery"] + rate * max(0, self.at - phone["since"])
            phone["battery"] = min(100.0, max(0.0, percent))
        if phone:
            phone["since"] = self.at

    def _pay(self, what: str) -> None:
        phone = self.world["persons"].get(self.voice, {}).get("phone")
        if phone and phone["metered"] and what and not self._in_lobby:
            missing = max(0, self._number[what] - phone["data_kb"])
            phone["data_kb"] -= self._number[what] - missing
            price = missing * self._number["YUAN_PER_KB"] if phone["credit"] else 0.0
            phone["balance_yuan"] = max(0.0, phone["balance_yuan"] - price)

    def _session_ended(self, world: Any, said: Any) -> None:
        for one in world["persons"].values():
            self._live(one)
            self._reckon(one)

    _debrief_began = _session_ended

    def _phase_began(self, world: Any, said: Any) -> None:
        since = said["world_from"]
        if not self._in_lobby:
            leave_out(world["clock"], self.at, since)
        self._in_lobby = False
        self._session_ended(world, said)
        for one in world["persons"].values():
            one["begun"] = one["begun"] or one["played"]
            for reckoned in filter(None, (one, one["phone"])):
                reckoned["since"] = since
        begin(world["clock"], self.wall, said)

    def _cell_opened(self, world: Any, said: Any) -> None:
        world["persons"] |= {one["id"]: self._new("Person", one) for one in said["persons"]}

    def _persona_taken(self, world: Any, said: Any) -> None:
        one = world["persons"][said["persona"]]
        self._live(one)
        self._reckon(one)
        one.update(played=True, taken=True, begun=one["begun"] or not self._in_lobby)

    def _persona_left(self, world: Any, said: Any) -> None:
        one = world["persons"][said["persona"]]
        self._live(one)
        self._reckon(one)
        one["played"] = False

    def _place_changed(self, world: Any, said: Any) -> None:
        one = world["persons"][said["persona"]]
        self._reckon(one)
        self._live(one)
        is_called = one["place"] == "phone" and said["rule"] in ("room", "shift")
        one.update(called=self.at if is_called else -1, place=said["place"], rule=said["rule"])

    def _room_changed(self, world: Any, said: Any) -> None:
        world["persons"][said["persona"]]["room_text"] = said["text"]

    def _phone_given(self, world: Any, said: Any) -> None:
        world["persons"][said["persona"]]["phone"] = self._new("PhoneNow", said | {"since": self.at})

    def _phone_changed(self, world: Any, said: Any) -> None:
        one = world["persons"][said["persona"]]
        self._reckon(one)
        (one["phone"] or {}).update({name: said[name] for name in PHONE if said[name] is not None})

    def _sockets_changed(self, world: Any, said: Any) -> None:
        for mate in filter(lambda one: one["house"] == said["house"], world["persons"].values()):
            self._reckon(mate)
        world["sockets"][said["house"]] = self._new("Sockets", said)
