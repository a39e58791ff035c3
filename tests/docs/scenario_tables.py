"""The tables of docs/scenario.md: every field a scenario may have, as the schema reads it."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from docs.pages import Table
from goodpath_core.scenario import scalars, schema

HEAD = ("field", "what to write", "needed", "meaning", "example")
SCALARS: tuple[tuple[Any, str], ...] = (
    (scalars.Line, "one line of text"),
    (scalars.MaybeLine, "one line of text, or nothing"),
    (scalars.Block, "text, also of several lines"),
    (scalars.MaybeName, "a name, or nothing"),
    (scalars.Whole, "a whole number"),
    (scalars.Decimal, "a number such as 8 or 0.5"),
    (scalars.Swaps, "a whole number, or `any`"),
    (scalars.Switch, "`on` or `off`"),
    (scalars.Key, "a key"),
    (scalars.Ahead, "a length of time"),
    (scalars.Ago, "a time before the start"),
    (scalars.Clock, "a time of day"),
    (scalars.Day, "a date"),
    (scalars.Number, "five to ten digits"),
    (scalars.Keys, "one key, or a list of keys"),
    (scalars.Lines, f"one line, or a list of lines, of at most {scalars.SENTENCE_LIMIT} each"),
    (scalars.Tags, f"one short text, or a list of them, of at most {scalars.TAG_LIMIT} each"),
)
LIMITS = ("ge", "gt", "le", "min_length", "max_length")


def shapes() -> list[type[schema.Shape]]:
    """Every part of a scenario, outer ones first."""
    found: list[type[schema.Shape]] = [schema.ScenarioShape]
    for shape in found:
        for field in shape.model_fields.values():
            found += [one for one in _shapes_in(field.annotation) if one not in found]
    return found


def title(shape: type[schema.Shape]) -> str:
    """The name of a part: `phone change` of PhoneChangeShape."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", shape.__name__.removesuffix("Shape")).lower()


def part(shape: type[schema.Shape]) -> Table:
    """The fields of one part."""
    rows = [
        (f"`{field.alias or name}`", words(field), _needed(field), field.description or "")
        for name, field in shape.model_fields.items()
    ]
    return Table(HEAD, tuple(rows))


def words(field: FieldInfo) -> str:
    """What to write in a field."""
    kind = _kind(field.annotation, field.metadata)
    unit = " seconds" if kind == "a length of time" else ""
    return kind + _limits(field.metadata).replace(")", f"{unit})")


def _needed(field: FieldInfo) -> str:
    return "yes" if field.is_required() else "no"


def _kind(said: Any, metadata: list[Any]) -> str:
    origin, inner = get_origin(said), get_args(said)
    known = next((text for scalar, text in SCALARS if _is(scalar, said, metadata)), "")
    if known:
        return known
    if origin is Annotated:
        return _kind(inner[0], list(inner[1:])) + _limits(list(inner[1:]))
    if NoneType in inner:
        return _kind(next(one for one in inner if one is not NoneType), metadata)
    if origin is Literal:
        return " or ".join(f"`{value}`" for value in inner)
    if origin is dict:
        return f"keys, and for each {_kind(inner[1], [])}"
    if origin is list:
        return f"a list; each {_verb(_kind(inner[0], []))}"
    return f"the fields of [{title(said)}](#{title(said).replace(' ', '-')})"


def _verb(kind: str) -> str:
    return kind.replace("the fields of", "has the fields of", 1) if kind.startswith("the") else f"is {kind}"


def _is(scalar: Any, said: Any, metadata: list[Any]) -> bool:
    """Whether a type is this scalar, whole or with its marks taken apart."""
    base, *marks = get_args(scalar)
    return said == scalar or (said == base and marks[0] in metadata)


def _limits(metadata: list[Any]) -> str:
    found = {name: getattr(item, name) for item in _flat(metadata) for name in LIMITS if hasattr(item, name)}
    low, high = found.get("ge", found.get("min_length")), found.get("le", found.get("max_length"))
    said = [
        f"more than {found['gt']}" if "gt" in found else "",
        f"{low} to {high}" if low is not None and high is not None else "",
        f"at least {low}" if low is not None and high is None else "",
        f"at most {high}" if high is not None and low is None else "",
    ]
    text = ", ".join(part for part in said if part)
    return f" ({text})" if text else ""


def _flat(metadata: list[Any]) -> Iterator[Any]:
    for item in metadata:
        yield from item.metadata if isinstance(item, FieldInfo) else [item]


def _shapes_in(said: Any) -> list[type[schema.Shape]]:
    inner = get_args(said)
    if inner:
        return [shape for one in inner for shape in _shapes_in(one)]
    return [said] if isinstance(said, type) and issubclass(said, schema.Shape) else []


TABLES: Mapping[str, Callable[[], Table]] = {title(shape): partial(part, shape) for shape in shapes()}
