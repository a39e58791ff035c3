"""Remember who types where, for as long as a word of it holds."""

from goodpath_core.wire.limits import TYPING_S


class Typists:
    """Voices that type, by room."""

    def __init__(self) -> None:
        self._until: dict[tuple[str, str], int] = {}

    def note(self, room: str, voice: str, now_ms: int) -> None:
        """Somebody types; it holds for six seconds."""
        self._until[room, voice] = now_ms + TYPING_S * 1000

    def end(self, room: str, voice: str) -> None:
        """What was being typed has come."""
        self._until.pop((room, voice), None)

    def leave(self, voice: str) -> None:
        """A voice has no connection any more."""
        for place in [one for one in self._until if one[1] == voice]:
            del self._until[place]

    def stop(self) -> None:
        """Nobody can write for now."""
        self._until.clear()

    def in_room(self, room: str, now_ms: int) -> list[str]:
        """Voices that type in a room now."""
        return [voice for (where, voice), until in self._until.items() if where == room and until > now_ms]
