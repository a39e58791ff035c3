"""Says of a mistyped line in one sentence what to type instead."""

import inspect
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from enum import Enum
from types import MappingProxyType, NoneType
from typing import Any, get_args, get_type_hints

import typer
from typer.core import TyperArgument, TyperGroup

from goodpath.exit_code import MISUSED
from goodpath.own_line import NAME, own_line
from goodpath_core.errors import Misused

MISTYPED: type[Exception] = typer.BadParameter.mro()[1]
"""Whatever Typer finds wrong with a line. It may bring a Click of its own, so none is imported."""
_NUMBERS: Mapping[type, str] = MappingProxyType({int: "a whole number", float: "a number"})


class Commands(TyperGroup):
    """Commands under one name, which say themselves that there is none of another name."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take what stands before the command; a line that ends there is answered with the help."""
        if not args and not ctx.resilient_parsing:
            typer.echo(ctx.get_help(), err=True)
            raise typer.Exit(MISUSED)
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Find the command; Misused if there is none of this name."""
        if self.get_command(ctx, args[0]) is None and not ctx.resilient_parsing:
            raise Misused(self._no_command(_words_to(ctx), args[0]))
        return super().resolve_command(ctx, args)

    def _no_command(self, before: list[str], word: str) -> str:
        shown = [name for name, one in self.commands.items() if not one.hidden]
        near = get_close_matches(word.casefold(), shown)
        known = [" ".join([*before, name]) for name in near or shown]
        hint = f"did you mean {' or '.join(known)}?" if near else f"there are {', '.join(known)}."
        return f'There is no command "{" ".join([*before, word])}"; {hint}'


def put_right(fault: Any) -> str:
    """What to type instead of a line in which this fault was found, one of `MISTYPED`."""
    return _SENTENCES.get(type(fault).__name__, _too_many)(fault)


def _no_option(fault: Any) -> str:
    near = fault.possibilities
    run = own_line(*_words_to(fault.ctx), "--help")
    hint = f"did you mean {' or '.join(near)}?" if near else f"run: {run}"
    return f"There is no option {fault.option_name}; {hint}"


def _no_value(fault: Any) -> str:
    # Whether one lacks or is too many is told by nothing else.
    if "does not take" in fault.message:
        return f"Write {fault.option_name} alone, as it takes no value."
    return f"Type a value behind {fault.option_name}."


def _missing(fault: Any) -> str:
    line = _line(fault.ctx, [one for one in fault.ctx.command.params if one.required])
    return f"{_name(fault.param)} is missing; say: {line}"


def _too_many(fault: Any) -> str:
    params = fault.ctx.command.params
    named = (one for one in params if one.required or isinstance(one, TyperArgument))
    line = _line(fault.ctx, [one for one in named if not one.hidden])
    return f"There are too many words; put what belongs together in quotes, and say: {line}"


def _bad_value(fault: Any) -> str:
    kind, asked = _asked(fault.ctx, fault.param)
    if issubclass(kind, Enum):
        return f"Give {_name(fault.param)} one of these: {', '.join(kind)}."
    return f"Give {_name(fault.param)} {_NUMBERS.get(kind, 'another value')}{_bounds(asked.min, asked.max)}."


_SENTENCES: Mapping[str, Callable[[Any], str]] = MappingProxyType(
    {
        "NoSuchOption": _no_option,
        "BadOptionUsage": _no_value,
        "MissingParameter": _missing,
        "BadParameter": _bad_value,
    }
)
"""What is said of each fault, by the name of its kind."""


def _bounds(least: float | None, most: float | None) -> str:
    if least is None:
        return ""
    return f", {least} or more" if most is None else f" from {least} to {most}"


def _words_to(ctx: Any) -> list[str]:
    """The words behind the program's name that lead to a command, such as `scenario` and `check`."""
    return [*_words_to(ctx.parent), ctx.info_name] if ctx.parent else []


def _line(ctx: Any, params: list[Any]) -> str:
    """How a command is typed with these parameters, whose values stand in capital letters."""
    words = [
        _name(one) if isinstance(one, TyperArgument) else f"{_name(one)} {_value(ctx, one)}" for one in params
    ]
    return " ".join([NAME, *_words_to(ctx), *words])


def _name(param: Any) -> str:
    return (param.metavar or param.name).upper() if isinstance(param, TyperArgument) else param.opts[0]


def _value(ctx: Any, option: Any) -> str:
    kind, _ = _asked(ctx, option)
    return "|".join(kind) if issubclass(kind, Enum) else option.name.upper()


def _asked(ctx: Any, param: Any) -> tuple[Any, Any]:
    """Of which kind a value is to be, and what else our own command says of it."""
    hint = get_type_hints(inspect.unwrap(ctx.command.callback), include_extras=True)[param.name]
    kinds = get_args(hint.__origin__) or (hint.__origin__,)
    return next(kind for kind in kinds if kind is not NoneType), hint.__metadata__[0]
