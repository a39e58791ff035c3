"""Says in plain words, with line and column, what the schema found wrong."""

from collections.abc import Callable
from collections.abc import Mapping as Table
from types import MappingProxyType, UnionType
from typing import Any, get_args

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from goodpath_core.scenario.durations import read_duration, say_duration
from goodpath_core.scenario.limits import MOST_SUGGESTED, MOST_TOLD
from goodpath_core.scenario.near_misses import hint_keys, hint_unknown, hint_value
from goodpath_core.scenario.nearest import find_nearest, suggest, suggest_near
from goodpath_core.scenario.scalars import KEY_WORDS, shorten, try_read
from goodpath_core.scenario.schema import ScenarioShape, Shape
from goodpath_core.scenario.tree import Mapping, Mark, Node, Path, find_key, find_mark, find_node


def list_complaints(error: ValidationError, root: Node) -> list[tuple[Mark, str]]:
    """What pydantic found, each at its place in the file: at most one more than may be told."""
    details = error.errors(include_url=False)[: MOST_TOLD + 1]
    open_to_hints = [detail for detail in details if detail["type"] in _HINTS][:MOST_SUGGESTED]
    hints = {detail["loc"]: _HINTS[detail["type"]](detail, root) for detail in open_to_hints}
    meant = {_guess_meant(detail) for detail in open_to_hints if detail["type"] == "extra_forbidden"}
    # A misspelt key that is needed is one mistake: it is not told as missing as well.
    return [
        _tell(detail, root, hints.get(detail["loc"], ""))
        for detail in details
        if detail["type"] != "missing" or detail["loc"] not in meant
    ]


def _tell(detail: ErrorDetails, root: Node, hint: str) -> tuple[Mark, str]:
    kind, path = detail["type"], detail["loc"]
    if kind == "extra_forbidden":
        return find_key(root, path), f'"{shorten(str(path[-1]))}" is not known here{hint}'
    if kind == "missing":
        _, meaning = _find_part(path)
        return find_key(root, path[:-1]), f'"{path[-1]}" is missing; expected {meaning}'
    if path and path[-1] == "[key]":
        return find_key(root, path[:-1]), _describe(detail) + hint
    place = find_key if kind in ("model_type", "dict_type") else find_mark
    return place(root, path), _describe(detail) + hint


def _guess_meant(detail: ErrorDetails) -> Path:
    """Where the key stands that an unknown one was probably meant to be; the unknown one's place if none."""
    path = detail["loc"]
    return (*path[:-1], *(find_nearest(str(path[-1]), _known_keys(path[:-1])) or path[-1:]))


def _describe(detail: ErrorDetails) -> str:
    words = _WORDS.get(detail["type"])
    context: Table[str, Any] = detail.get("ctx", {})
    if words is None:
        return f"expected something else: {detail['msg'][:200]}"
    return words(context, detail["input"])


def _name_choices(context: Table[str, Any], found: object) -> str:
    return f"expected one of {', '.join(_list_choices(context))}; here is {_show(found)}"


def _list_choices(context: Table[str, Any]) -> list[str]:
    return [word.strip(" '") for word in context["expected"].replace(" or ", ",").split(",")]


def _show(found: object) -> str:
    if isinstance(found, str):
        return f'"{shorten(found)}"' if found.strip() else "nothing"
    return (
        "a list" if isinstance(found, list) else "a group of keys" if isinstance(found, dict) else str(found)
    )


def _hint_key(detail: ErrorDetails, root: Node) -> str:
    *above, word = detail["loc"]
    known, around = _known_keys(tuple(above)), find_node(root, tuple(above))
    if missing := hint_unknown(str(word), known):
        return missing
    if isinstance(around, Mapping) and around.in_brackets and detail["input"] == "":
        return "; a text with a comma needs quotation marks, and several need [ ]"
    return suggest(str(word), known)


def _hint_choice(detail: ErrorDetails, root: Node) -> str:
    word = str(detail["input"])
    return hint_value(word) or suggest_near(word, _list_choices(detail["ctx"]))


def _hint_value(detail: ErrorDetails, root: Node) -> str:
    found = detail["input"]
    if not isinstance(found, str):
        return ""
    return (KEY_WORDS in detail["ctx"]["text"] and hint_keys(found)) or hint_value(found)


def _hint_colon(detail: ErrorDetails, root: Node) -> str:
    found = detail["input"]
    if isinstance(found, str) and "：" in found:
        return '; the colon "：" in it is a full-width one, write ":" and a space'
    return ""


def _too_long(context: Table[str, Any], found: object) -> str:
    unit = "characters" if isinstance(found, str) else "entries"
    return f"expected at most {context['max_length']} {unit}; here are {_size(context, found)}"


def _limit(limit: object, found: object) -> object:
    """A limit as people write it: of lengths of time in minutes and seconds."""
    is_time = isinstance(found, str) and try_read(found, read_duration) is not None
    return say_duration(limit) if is_time and isinstance(limit, int) else limit


def _size(context: Table[str, Any], found: object) -> object:
    return context.get("actual_length") or (len(found) if isinstance(found, str | list | dict) else "more")


# One row per kind of mistake; the context is pydantic's, `found` is what stands in the file.
_WORDS: Table[str, Callable[[Table[str, Any], object], str]] = MappingProxyType(
    {
        "expected": lambda context, found: str(context["text"]),
        "literal_error": _name_choices,
        "model_type": lambda context, found: f'expected several "key: value" lines; here is {_show(found)}',
        "dict_type": lambda context, found: f'expected several "key: value" lines; here is {_show(found)}',
        "list_type": lambda context, found: f"expected a list, each line with a dash; here is {_show(found)}",
        "string_type": lambda context, found: f"expected one line of text; here is {_show(found)}",
        "greater_than_equal": lambda context, found: (
            f"expected {_limit(context['ge'], found)} or more; here is {_show(found)}"
        ),
        "greater_than": lambda context, found: f"expected more than {context['gt']}; here is {_show(found)}",
        "less_than_equal": lambda context, found: (
            f"expected {_limit(context['le'], found)} or less; here is {_show(found)}"
        ),
        "string_too_long": _too_long,
        "too_long": _too_long,
        "too_short": lambda context, found: (
            f"expected at least {context['min_length']} here; nothing stands here"
        ),
    }
)

# What may help with some kinds of mistakes; it stands behind the words.
_HINTS: Table[str, Callable[[ErrorDetails, Node], str]] = MappingProxyType(
    {
        "expected": _hint_value,
        "extra_forbidden": _hint_key,
        "literal_error": _hint_choice,
        "model_type": _hint_colon,
        "dict_type": _hint_colon,
    }
)


def _known_keys(path: Path) -> list[str]:
    part, _ = _find_part(path)
    return list(_fields(part))


def _find_part(path: Path) -> tuple[object, str]:
    """The type of what belongs at the path, and what it means there; None and "" if nothing belongs there."""
    here: object = ScenarioShape
    meaning = ""
    for step in path:
        if fields := _fields(here):
            field = fields.get(str(step))
            here, meaning = (field.annotation, field.description or "") if field else (None, "")
        else:
            # What is no shape is a list or a map, and all that is in it has one type.
            here, meaning = next(iter(get_args(_needed(here))[-1:]), None), ""
    return here, meaning


def _fields(part: object) -> dict[str, FieldInfo]:
    """The fields of a shape, by their names in the file; none if the part is no shape."""
    shape = _needed(part)
    if not (isinstance(shape, type) and issubclass(shape, Shape)):
        return {}
    return {field.alias or name: field for name, field in shape.model_fields.items()}


def _needed(part: object) -> object:
    """The type itself of what may also be left out."""
    return get_args(part)[0] if isinstance(part, UnionType) else part
