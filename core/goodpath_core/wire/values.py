"""Large answers as plain values and back: the visible state and the view of a scenario."""

from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from goodpath_core.errors import ProtocolError
from goodpath_core.play.state import World
from goodpath_core.scenario.view import View

T = TypeVar("T")

_WORLD: TypeAdapter[World] = TypeAdapter(World)
_VIEW: TypeAdapter[View] = TypeAdapter(View)


def world_value(world: World) -> Any:
    """A visible state as a plain value."""
    return _WORLD.dump_python(world, mode="json", exclude={"scenario", "bounds"}, exclude_defaults=True)


def world_from(value: Any) -> World:
    """A visible state from its plain value."""
    return _from(_WORLD, value)


def view_value(view: View) -> Any:
    """A scenario's view as a plain value."""
    return _VIEW.dump_python(view)


def view_from(value: Any) -> View:
    """A scenario's view from its plain value."""
    return _from(_VIEW, value)


def _from(adapter: TypeAdapter[T], value: Any) -> T:
    try:
        return adapter.validate_python(value)
    except ValidationError as fault:
        raise ProtocolError(
            "bad_answer", "The server's answer cannot be read; install the same version."
        ) from fault
