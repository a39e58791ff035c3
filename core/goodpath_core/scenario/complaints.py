"""Says in plain words, with line and column, what the schema found wrong."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from goodpath_core.scenario.limits import MOST_TOLD
from goodpath_core.scenario.nearest import suggest
from goodpath_core.scenario.scalars import shorten
from goodpath_core.scenario.schema import json_schema
from goodpath_core.scenario.tree import Mark, Node, Path, find_key, find_mark


def list_complaints(error: ValidationError, root: Node) -> list[tuple[Mark, str]]:
    """Everything pydantic found, each at its place in the file."""
    details = error.errors(include_url=False)
    told = [_tell(detail, root) for detail in details[:MOST_TOLD]]
    if len(details) > MOST_TOLD:
        last = max(mark for mark, _ in told)
        told.append((last, f"{len(details) - MOST_TOLD} more problems are not shown; mend these first"))
    return told


def _tell(detail: ErrorDetails, root: Node) -> tuple[Mark, str]:
    kind, path = detail["type"], detail["loc"]
    if kind == "extra_forbidden":
        known = _known_keys(path[:-1])
        return find_key(
            root, path
        ), f'"{shorten(str(path[-1]))}" is not known here{suggest(str(path[-1]), known)}'
    if kind == "missing":
        meaning = _find_schema(path).get("description", "it is needed")
        return find_key(root, path[:-1]), f'"{path[-1]}" is missing; expected {meaning}'
    if path and path[-1] == "[key]":
        return find_key(root, path[:-1]), _describe(detail)
    if kind in ("model_type", "dict_type"):
        return find_key(root, path), _describe(detail) + _hint_colon(detail["input"])
    return find_mark(root, path), _describe(detail)


def _describe(detail: ErrorDetails) -> str:
    words = _WORDS.get(detail["type"])
    context: Mapping[str, Any] = detail.get("ctx", {})
    if words is None:
        return f"expected something else: {detail['msg'][:200]}"
    return words(context, detail["input"])


def _name_choices(context: Mapping[str, Any], found: object) -> str:
    choices = [word.strip(" '") for word in context["expected"].replace(" or ", ",").split(",")]
    return f"expected one of {', '.join(choices)}; here is {_show(found)}{suggest(str(found), choices)}"


def _show(found: object) -> str:
    if isinstance(found, str):
        return f'"{shorten(found)}"' if found.strip() else "nothing"
    return (
        "a list" if isinstance(found, list) else "a group of keys" if isinstance(found, dict) else str(found)
    )


def _hint_colon(found: object) -> str:
    if isinstance(found, str) and "：" in found:
        return '; the colon "：" in it is a full-width one, write ":" and a space'
    return ""


def _too_long(context: Mapping[str, Any], found: object) -> str:
    unit = "characters" if isinstance(found, str) else "entries"
    return f"expected at most {context['max_length']} {unit}; here are {_size(context, found)}"


def _size(context: Mapping[str, Any], found: object) -> object:
    return context.get("actual_length") or (len(found) if isinstance(found, str | list | dict) else "more")


# One row per kind of mistake; the context is pydantic's, `found` is what stands in the file.
_WORDS: dict[str, Callable[[Mapping[str, Any], object], str]] = {
    "expected": lambda context, found: str(context["text"]),
    "literal_error": _name_choices,
    "model_type": lambda context, found: f'expected several "key: value" lines; here is {_show(found)}',
    "dict_type": lambda context, found: f'expected several "key: value" lines; here is {_show(found)}',
    "list_type": lambda context, found: f"expected a list, each line with a dash; here is {_show(found)}",
    "string_type": lambda context, found: f"expected one line of text; here is {_show(found)}",
    "greater_than_equal": lambda context, found: f"expected {context['ge']} or more; here is {_show(found)}",
    "greater_than": lambda context, found: f"expected more than {context['gt']}; here is {_show(found)}",
    "less_than_equal": lambda context, found: f"expected {context['le']} or less; here is {_show(found)}",
    "string_too_long": _too_long,
    "too_long": _too_long,
    "too_short": lambda context, found: (
        f"expected at least {context['min_length']} here; nothing stands here"
    ),
}


@cache
def _whole_schema() -> dict[str, Any]:
    return json_schema()


def _known_keys(path: Path) -> list[str]:
    return list(_find_schema(path).get("properties", ()))


def _find_schema(path: Path) -> dict[str, Any]:
    """The part of the JSON Schema that describes what stands at the path; empty if none does."""
    whole = _whole_schema()
    here: dict[str, Any] = whole
    for step in path:
        here = _resolve(here, whole)
        if isinstance(step, int):
            here = here.get("items", {})
        elif step in here.get("properties", {}):
            here = here["properties"][step]
        else:
            here = next(iter(here.get("patternProperties", {}).values()), {})
    # A description beside a reference says what this field means; the properties are behind the reference.
    return {**_resolve(here, whole), **{key: here[key] for key in ("description",) if key in here}}


def _resolve(part: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    for choice in part.get("anyOf", ()):
        if "$ref" in choice:
            part = choice
            break
    if "$ref" in part:
        found: dict[str, Any] = whole["$defs"][part["$ref"].rsplit("/", 1)[-1]]
        return found
    return part
