"""The tables of the state in docs/wire.md: its values, what events change in it, how much of it is kept."""

import ast
import inspect
import re
import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from fractions import Fraction
from itertools import chain, pairwise
from typing import Any

from docs import changes
from docs.pages import Table
from docs.shapes import first_line
from goodpath_core.play import messages, phone
from goodpath_core.play.bounds import CLASS, Bounds
from goodpath_core.play.registry import EVENTS
from goodpath_core.play.state import World
from goodpath_core.scenario.view import View

QUALIFIED = re.compile(r"goodpath_core\.[a-z_.]+\.|typing\.")


def state_values() -> Table:
    """The values of the state, from the whole to its parts."""
    return Table(
        ("value", "what it is"), tuple((f"`{one.__name__}`", first_line(one)) for one in below(World))
    )


def state_fields() -> Table:
    """Every field of every value of the state."""
    rows = [
        (
            f"`{one.__name__}`",
            f"`{field.name}`",
            _type(field),
            _usual(field),
            sentences(one).get(field.name, ""),
        )
        for one in below(World)
        for field in travelling(one)
    ]
    return Table(("of", "field", "type", "left out at", "meaning"), tuple(rows), keys=2)


def view_values() -> Table:
    """The values of a scenario's view."""
    return Table(
        ("value", "what it is"), tuple((f"`{one.__name__}`", first_line(one)) for one in below(View))
    )


def view_fields() -> Table:
    """Every field of every value of a scenario's view; all of them travel."""
    rows = [
        (f"`{one.__name__}`", f"`{field.name}`", _type(field), sentences(one).get(field.name, ""))
        for one in below(View)
        for field in travelling(one)
    ]
    return Table(("of", "field", "type", "meaning"), tuple(rows), keys=2)


def short_words() -> Table:
    """What several kinds of events change alike."""
    rows = [(words, ", ".join(f"`{name}`" for name in names)) for words, names in changes.SHORT.items()]
    return Table(("words", "what changes", "how"), tuple(rows))


def event_changes() -> Table:
    """What each kind of event changes."""
    return Table(("`kind`", "what it changes"), tuple((f"`{kind}`", changes.said(kind)) for kind in EVENTS))


def phone_numbers() -> Table:
    """Rates and prices of the phone."""
    rates = {name: str(Fraction(getattr(phone, name)).limit_denominator(1000)) for name in PHONE_RATES}
    rows = [*rates.items(), *((act, str(price)) for act, price in phone.DATA_KB.items())]
    return Table(("what", "number", "meaning"), tuple((f"`{what}`", number) for what, number in rows))


PHONE_RATES = ("DRAIN_PER_S", "CHARGE_PER_S", "YUAN_PER_KB")


def kept() -> Table:
    """How much of what grows the state keeps."""
    numbers = {name: CLASS[place] for place, name in enumerate(Bounds._fields) if name != "endless"}
    said = sentences(Bounds)
    return Table(
        ("bound", "value", "of what"), tuple((f"`{one}`", f"{numbers[one]:,}", said[one]) for one in numbers)
    )


def fillings() -> Table:
    """How much of a window one line fills."""
    names = ("LINE_FILL", "MENTION_FILL")
    return Table(
        ("filling", "value", "meaning"), tuple((f"`{one}`", str(getattr(messages, one))) for one in names)
    )


def sentences(value: type[Any]) -> dict[str, str]:
    """Field of a class -> the sentence that stands under it."""
    (found,) = ast.parse(textwrap.dedent(inspect.getsource(value))).body
    return dict(_under(found)) if isinstance(found, ast.ClassDef) else {}


def _under(value: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, said in pairwise(value.body):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(said, ast.Expr)
            and isinstance(said.value, ast.Constant)
        ):
            yield ast.unparse(field.target), " ".join(str(said.value.value).split())


def below(whole: type[Any]) -> list[type[Any]]:
    """A value and all values inside it, each once, outer ones first."""
    found = [whole]
    for one in found:
        types = dict.fromkeys(chain.from_iterable(_inside(field.type) for field in travelling(one)))
        values = [kind for kind in types if isinstance(kind, type) and is_dataclass(kind)]
        found += [kind for kind in values if kind not in found]
    return found


def travelling(one: type[Any]) -> list[Field[Any]]:
    """The fields that go over the wire; the server's own copy of the scenario does not."""
    return [field for field in fields(one) if field.compare]


def _inside(said: Any) -> list[Any]:
    args = getattr(said, "__args__", ())
    return [kind for one in args for kind in _inside(one)] if args else [said]


def _type(field: Field[Any]) -> str:
    plain = isinstance(field.type, type) and not getattr(field.type, "__args__", ())
    kind = field.type.__name__ if plain and isinstance(field.type, type) else str(field.type)
    return QUALIFIED.sub("", kind)


def _usual(field: Field[Any]) -> str:
    """The value at which a field does not travel; `never` if it always does."""
    if field.default is MISSING:
        whole = "all as usual" if is_dataclass(field.type) else "empty"
        return "never" if field.default_factory is MISSING else whole
    said = {None: "nothing", "": "empty", (): "empty", True: "true", False: "false"}
    value = field.default
    known = value is None or isinstance(value, bool) or value in ("", ())
    return said[value] if known else f"`{value}`"


TABLES: Mapping[str, Callable[[], Table]] = {
    "state": state_values,
    "state fields": state_fields,
    "short words": short_words,
    "changes": event_changes,
    "phone": phone_numbers,
    "kept": kept,
    "fillings": fillings,
    "view": view_values,
    "view fields": view_fields,
}
"""Name of a table -> what the code says."""
