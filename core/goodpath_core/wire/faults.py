"""What is wrong with a field of a frame, a command or a question, in words for a person."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "missing": "is missing",
        "string_type": "must be text",
        "string_too_short": "needs {min_length} character{s} at least",
        "string_too_long": "may have {max_length} character{s} at most",
        "string_pattern_mismatch": "has signs that may not stand there; it must match {pattern}",
        "bytes_type": "must be bytes",
        "bool_type": "must be true or false",
        "int_type": "must be a whole number",
        "float_type": "must be a number",
        "greater_than_equal": "must be {ge} at least",
        "less_than_equal": "must be {le} at most",
        "literal_error": "must be {expected}",
        "tuple_type": "must be an array",
        "too_short": "must hold {min_length} at least, not {actual_length}",
        "too_long": "may hold {max_length} at most, not {actual_length}",
        "dict_type": "must be a map",
        "model_type": "must be a map",
        "model_attributes_type": "must be a map",
    }
)
"""Kind of fault -> what is said of the field; names in braces are the bounds that it does not keep."""


def what_is_wrong(fault: ValidationError) -> tuple[str, str]:
    """The first field that is wrong, as `mentions.1`, and what is said of it."""
    first = fault.errors(include_url=False, include_input=False)[0]
    where = ".".join(str(step) for step in first["loc"])
    words = WORDS.get(first["type"], "cannot be read")
    return where or "value", words.format_map(_bounds(first.get("ctx", {})))


def _bounds(found: Mapping[str, Any]) -> dict[str, Any]:
    one = 1 in (found.get("min_length"), found.get("max_length"))
    return {**found, "s": "" if one else "s"}
