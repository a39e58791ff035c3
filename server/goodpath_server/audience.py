"""Who of the connected may see what: the members of each scope, remembered until somebody changes."""

from collections.abc import Iterable

from goodpath_core.play.sight import Scope, sees
from goodpath_core.play.state import World
from goodpath_server.member import Member


class Audience:
    """The members of a session, and for each scope those who may see it."""

    def __init__(self) -> None:
        self.members: set[Member] = set()
        self._found: dict[Scope, tuple[Member, ...]] = {}

    def add(self, member: Member) -> None:
        """Somebody is connected."""
        self.members.add(member)
        self.forget()

    def discard(self, member: Member) -> None:
        """Somebody is gone."""
        self.members.discard(member)
        self.forget()

    def forget(self) -> None:
        """Work everything out anew: somebody came, went or sees with other eyes."""
        self._found.clear()

    def of(self, world: World, scope: Scope) -> tuple[Member, ...]:
        """The members who may see a scope; the rule itself is sight.py's."""
        found = self._found.get(scope)
        if found is None:
            found = tuple(member for member in self.members if sees(world, member.viewer, scope))
            self._found[scope] = found
        return found

    def seat(self, number: int) -> Member | None:
        """The connection of a seat."""
        return next((m for m in self.members if m.viewer.seat == number and number), None)


def by_member(world: World, audience: Audience, scopes: Iterable[Scope]) -> dict[Member, list[Scope]]:
    """For each member the scopes among these that it may see, in the order given."""
    found: dict[Member, list[Scope]] = {}
    for scope in scopes:
        for member in audience.of(world, scope):
            found.setdefault(member, []).append(scope)
    return found
