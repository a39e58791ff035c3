"""Say the fields of strict models in words: type, limits and default."""

import inspect
from types import MappingProxyType, NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

PLAIN = MappingProxyType(
    {str: "text", int: "whole number", float: "number", bool: "true or false", bytes: "bytes", Any: "value"}
)
COUNTED = MappingProxyType({"text": " characters", "array": " of them"})


def fields(model: type[BaseModel]) -> list[tuple[str, str, str]]:
    """(name, type, default) of every field."""
    return [
        (f"`{name}`", words(field.annotation, field.metadata), default(field))
        for name, field in model.model_fields.items()
    ]


def default(field: FieldInfo) -> str:
    """The value a field has when it is left out."""
    if field.is_required():
        return "required"
    value = field.default
    if isinstance(value, BaseModel):
        return "all at their defaults"
    said = {None: "nothing", "": "empty", (): "empty", True: "true", False: "false"}
    return said[value] if type(value) in (NoneType, bool) or value in ("", ()) else f"`{value}`"


def first_line(thing: object) -> str:
    """The first line of a docstring."""
    return (inspect.getdoc(thing) or "").split("\n")[0]


def words(said: Any, metadata: list[Any]) -> str:
    """A type and its limits in words."""
    origin, inner = get_origin(said), get_args(said)
    if origin is Annotated:
        return words(inner[0], [*_flat(inner[1:]), *metadata])
    if origin in (Union, UnionType):
        return words(next(one for one in inner if one is not NoneType), metadata)
    if origin is Literal:
        return " or ".join(f"`{value}`" for value in inner)
    if origin is tuple and inner[-1] is ...:
        return f"array of {words(inner[0], [])}" + _limits(metadata, "array")
    if origin is tuple:
        return "[" + ", ".join(words(one, []) for one in inner) + "]"
    if origin is dict or said is dict:
        return "map"
    if isinstance(said, type) and issubclass(said, BaseModel):
        return "map of " + ", ".join(f"`{name}`" for name in said.model_fields)
    return PLAIN[said] + _limits(metadata, PLAIN[said])


def _flat(metadata: tuple[Any, ...]) -> list[Any]:
    return [item for one in metadata for item in (one.metadata if isinstance(one, FieldInfo) else [one])]


def _limits(metadata: list[Any], kind: str) -> str:
    found = {name: getattr(item, name) for item in metadata for name in LIMITS if hasattr(item, name)}
    low = found.get("ge", found.get("min_length"))
    high = found.get("le", found.get("max_length"))
    unit = COUNTED.get(kind, "")
    said = [
        f"{low} to {high}{unit}" if low and high else "",
        f"at most {high}{unit}" if high and not low else "",
        f"at least {low}{unit}" if low and not high else "",
        f"matches `{found['pattern']}`" if "pattern" in found else "",
    ]
    text = ", ".join(part for part in said if part)
    return f", {text}" if text else ""


LIMITS = ("ge", "le", "min_length", "max_length", "pattern")
