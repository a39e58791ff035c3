"""Say how many lines are new: `6`, or `200+` where more may be, since not all lines in between are known."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NewCount:
    """A number of lines that are new, or the least that it can be; true where any is, or may be."""

    known: int = 0
    """So many lines are known, and new."""
    is_least: bool = False
    """Whether more may be new than are known."""

    def __str__(self) -> str:
        return f"{self.known}{'+' * self.is_least}"

    def __bool__(self) -> bool:
        return self.known > 0 or self.is_least

    def __add__(self, other: "NewCount") -> "NewCount":
        return NewCount(self.known + other.known, self.is_least or other.is_least)
