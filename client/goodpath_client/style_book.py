"""The styles of an app, parsed once for each set of colours: a theme that comes back is not parsed again."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from textual.css.errors import StylesheetError
from textual.css.model import RuleSet
from textual.css.parse import parse
from textual.css.stylesheet import Stylesheet
from textual.css.tokenize import tokenize_values
from textual.css.tokenizer import Token, TokenError
from textual.css.types import CSSLocation

_MOST_INKS: Final = 8
"""So many themes are remembered; more than there are."""
_MOST_SHEETS: Final = 1024
"""So many sheets, each in its colours, are remembered; an app has about a hundred."""


@dataclass(frozen=True, slots=True, eq=False)
class Ink:
    """The colours of a theme as the parser takes them; one value for the same colours."""

    tokens: dict[str, list[Token]]
    """What stands for each variable."""


@lru_cache(maxsize=_MOST_INKS)
def _mix(variables: tuple[tuple[str, str], ...]) -> Ink:
    return Ink(tokenize_values(dict(variables)))


@lru_cache(maxsize=_MOST_SHEETS)
def _parse(
    ink: Ink, css: str, read_from: CSSLocation, is_default: bool, tie_breaker: int, scope: str
) -> tuple[RuleSet, ...]:
    """The rules of one sheet; nobody changes a rule that has been parsed."""
    return tuple(
        parse(
            scope,
            css,
            read_from,
            variable_tokens=ink.tokens,
            is_default_rules=is_default,
            tie_breaker=tie_breaker,
        )
    )


class StyleBook(Stylesheet):
    """The sheets of an app; Textual's own parses all of them twice for each theme, and at the start."""

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._ink = _mix(tuple(self._variables.items()))

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take other colours."""
        super().set_variables(variables)
        self._ink = _mix(tuple(variables.items()))

    def reparse(self) -> None:
        """Give the sheets their new colours; StylesheetError, and the old ones stay, if one is wrong."""
        self.parse()

    def _parse_rules(
        self,
        css: str,
        read_from: CSSLocation,
        is_default_rules: bool = False,
        tie_breaker: int = 0,
        scope: str = "",
    ) -> list[RuleSet]:
        try:
            return list(_parse(self._ink, css, read_from, is_default_rules, tie_breaker, scope))
        except TokenError:
            raise
        except Exception as error:
            raise StylesheetError(f"failed to parse css; {error}") from None
