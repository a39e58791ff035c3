"""Who of the connected may see what: the members of each scope, remembered until somebody changes."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from collections.abc import Set as AbstractSet
from itertools import chain

from goodpath_core.play.seats import SeatChanged
from goodpath_core.play.sight import Scope, sees
from goodpath_core.play.state import World
from goodpath_server.member import Member

NO_CELL = 0
"""The cell of those who belong to none: teachers."""
IN_ONE_CELL = frozenset(("cell", "room", "teacher"))
"""Audiences that, of a scope with a cell, nobody from another cell belongs to."""


class Audience:
    """The members of a session, and for each scope those who may see it."""

    def __init__(self) -> None:
        self.members: set[Member] = set()
        self._seats: dict[int, Member] = {}
        self._cells: defaultdict[int, set[Member]] = defaultdict(set)
        self._found: dict[Scope, frozenset[Member]] = {}

    def add(self, member: Member) -> None:
        """Somebody is connected."""
        self.members.add(member)
        self._cells[member.viewer.cell].add(member)
        if member.viewer.seat:
            self._seats[member.viewer.seat] = member
        self.forget()

    def discard(self, member: Member) -> None:
        """Somebody is gone."""
        self.members.discard(member)
        self._cells[member.viewer.cell].discard(member)
        if self._seats.get(member.viewer.seat) is member:
            del self._seats[member.viewer.seat]
        self.forget()

    @property
    def cells(self) -> list[int]:
        """The cells in which somebody is."""
        return [cell for cell, members in self._cells.items() if members and cell != NO_CELL]

    @property
    def has_teacher(self) -> bool:
        """Whether a teacher is connected."""
        return bool(self._cells[NO_CELL])

    def in_cell(self, cell: int) -> Collection[Member]:
        """The members of a cell."""
        return self._cells[cell]

    def forget(self) -> None:
        """Work everything out anew: somebody came, went or sees with other eyes."""
        self._found.clear()

    def change_eyes(self, fact: SeatChanged, cell: int) -> None:
        """A seat plays somebody else, or only watches, and is in this cell from now on."""
        member = self.seat(fact.seat)
        if member:
            self._cells[member.viewer.cell].discard(member)
            self._cells[cell].add(member)
            member.viewer = member.viewer._replace(role=fact.role, cell=cell, persona=fact.persona)
            self.forget()

    def of(self, world: World, scope: Scope) -> frozenset[Member]:
        """The members who may see a scope; the rule itself is sight.py's."""
        found = self._found.get(scope)
        if found is None:
            found = frozenset(member for member in self._near(scope) if sees(world, member.viewer, scope))
            self._found[scope] = found
        return found

    def _near(self, scope: Scope) -> Iterable[Member]:
        """Those who are worth asking about a scope."""
        if scope.cell and scope.audience in IN_ONE_CELL:
            return chain(self._cells[scope.cell], self._cells[NO_CELL])
        return self.members

    def seat(self, number: int) -> Member | None:
        """The connection of a seat."""
        return self._seats.get(number)


def by_sight(
    world: World, audience: Audience, scopes: tuple[Scope, ...]
) -> dict[tuple[Scope, ...], AbstractSet[Member]]:
    """The members, put together by which of these scopes they may see, in the order given."""
    if len(scopes) == 1:
        return {scopes: audience.of(world, scopes[0])}
    seen: dict[Member, list[Scope]] = {}
    for scope in scopes:
        for member in audience.of(world, scope):
            seen.setdefault(member, []).append(scope)
    together: dict[tuple[Scope, ...], set[Member]] = {}
    for member, its in seen.items():
        together.setdefault(tuple(its), set()).add(member)
    return dict(together)
