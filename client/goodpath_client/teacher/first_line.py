"""Say on top of every screen of the teacher that the server is gone, and who asks to stop."""

from typing import TYPE_CHECKING, Final

from goodpath_client.store import Store
from goodpath_client.teacher.stops import stop_words

if TYPE_CHECKING:
    from goodpath_client.teacher.app import TeacherApp

NO_SERVER: Final = "NO SERVER"
"""Stands where a session has a server, while it cannot be reached."""
_WAY: Final = f"{NO_SERVER}. Is it dead? Alt+Q says what to do."
_PARTING: Final = " · "


def is_gone(store: Store) -> bool:
    """Whether the server of a session that is not over cannot be reached: what is shown was so before."""
    return not store.link.online and store.world.session.stage != "ended"


def first_words(app: "TeacherApp") -> tuple[str, str]:
    """What the first line says, and what at its end; of the server nothing where a screen says it itself."""
    stop, many = stop_words(app)
    if not (app.desks and is_gone(app.store)) or app.screen is app.desk:
        return stop, many
    return (stop, _PARTING.join(filter(None, (many, NO_SERVER)))) if stop else (_WAY, "")
