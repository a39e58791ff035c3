"""Put each seat into one line of a table: who it is, where the persona is, whether anybody is there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Final

from goodpath_client.names import name_person
from goodpath_client.store import Store
from goodpath_core.play.clock import all_played_ms
from goodpath_core.play.event import cell_of
from goodpath_core.play.state import Page, Seat
from goodpath_core.play.told_acts import ACTS
from goodpath_core.play.turns import role_of
from goodpath_core.text import clean_line

STOP: Final = "STOP"
"""The state of a seat that has given the stop signal."""
BRIEFING: Final = "briefing"
"""The state of a seat that is still reading the briefing."""
GONE: Final = "gone"
"""The state of a seat without a connection; after `STOP` where it has given the stop signal."""
WATCHING: Final = "watching"
"""Stands for the persona of an observer."""
CHOOSING: Final = "choosing"
"""Stands for the persona of a student who has none yet."""
HIDDEN: Final = "hidden"
"""Stands for a persona while the table may be on the wall."""
QUIET_MS: Final = 120_000
"""Somebody who did nothing for so long while something is to be done is called quiet."""


@dataclass(frozen=True, slots=True)
class Known:
    """What only the server can tell about a seat."""

    name: str = ""
    """The student's own name."""
    last_act_ms: int = 0
    """Server clock of the last request; 0 for none."""
    last_act_played_ms: int = 0
    """Milliseconds of play, pauses left out, when that was."""
    last_did: str = ""
    """Kind of the event that it last did, as in ACTS; empty for nothing yet."""


@dataclass(frozen=True, slots=True)
class SeatRow:
    """One seat, as the console shows it."""

    number: int
    """Number of the seat; names the row."""
    label: str
    """`5`, or `5/2` for seat 5 in cell 2 where there are several."""
    name: str
    """The student's own; `robot` before it where a robot plays."""
    persona: str
    """Pinyin name, `watching`, `choosing` before a persona is taken, or `hidden`."""
    nickname: str
    """Name on the page of the persona; empty for whoever plays nobody."""
    place: str
    """room, phone or shift; empty where nobody is played, and when play is over."""
    state: str
    """STOP, STOP gone, gone, briefing, quiet or here; the first that holds."""
    act: str
    """What it was last seen doing, as in ACTS; empty for nothing yet."""
    silent: str
    """Time since the last request, in one number and its unit; empty if there was none."""
    page: bool = True
    """Whether its persona's page has anything on it; so also where nobody is played, and outside of play."""
    calm: str = "here"
    """Its state but for the stop signal."""
    stopped_ms: int = 0
    """When it asked to stop, in milliseconds since 1970; 0 for who has not."""
    out: str = ""
    """yes or no: whether it has kept sentences of stepping out; empty for who has no role to step out of."""


_URGENCY: Final = MappingProxyType({STOP: 0, GONE: 1, "quiet": 2, BRIEFING: 3})


def known_seats(answer: Any) -> dict[int, Known]:
    """What the server answered about seats, by number; what does not fit is passed over."""
    rows = answer if isinstance(answer, list | tuple) else ()
    return {
        row["seat"]: Known(
            clean_line(str(row.get("name", ""))),
            int(row.get("last_act_ms", 0)),
            int(row.get("last_act_played_ms", 0)),
            str(row.get("last_did", "")),
        )
        for row in rows
        if isinstance(row, Mapping) and isinstance(row.get("seat"), int)
    }


def known_acts(known: Mapping[int, Known]) -> dict[int, str]:
    """What each was seen doing last, also before this console was open, by number, as in ACTS."""
    return {number: ACTS[one.last_did] for number, one in known.items() if one.last_did in ACTS}


def name_seat(known: Mapping[int, Known], number: int) -> str:
    """A seat with its student's own name: `seat 4 Ana`."""
    return f"seat {number} {known.get(number, Known()).name}".rstrip()


def name_whoever(store: Store, known: Mapping[int, Known], number: int) -> str:
    """The same, and of a seat without a name that it watches: `an observer without a name (seat 1)`."""
    seat, named = store.world.seats.get(number), known.get(number, Known()).name
    is_nameless = seat is not None and seat.role == "observer" and not named
    return f"an observer without a name (seat {number})" if is_nameless else name_seat(known, number)


def seat_rows(
    store: Store, known: Mapping[int, Known], acts: Mapping[int, str], now_ms: int
) -> list[SeatRow]:
    """All open seats in the order of their numbers; `acts` says by number what each was last seen doing."""
    return [
        _row(store, seat, known.get(seat.number, Known()), acts.get(seat.number, ""), now_ms)
        for seat in open_seats(store)
    ]


def urgent_first(rows: Iterable[SeatRow]) -> list[SeatRow]:
    """Who asks to stop, the longest first, who is gone, quiet, and still briefed; all others stay in order.

    Who only watches is quiet by nature, and may come and go.
    """
    return sorted(rows, key=lambda row: (_urgency(row), row.stopped_ms))


def _urgency(row: SeatRow) -> int:
    first = row.state.partition(" ")[0]
    found = _URGENCY.get(first, len(_URGENCY))
    return len(_URGENCY) if row.persona == WATCHING and first != STOP else found


def player_of(store: Store, persona: str) -> int:
    """Number of the seat that plays a persona; 0 for nobody, and for no persona."""
    return next((n for n, seat in store.world.seats.items() if persona and seat.persona == persona), 0)


def open_seats(store: Store) -> list[Seat]:
    """The seats that the teacher has not closed, in the order of their numbers."""
    return [seat for _, seat in sorted(store.world.seats.items()) if not seat.closed]


def _row(store: Store, seat: Seat, known: Known, act: str, now_ms: int) -> SeatRow:
    person = store.world.persons.get(seat.persona)
    page = store.world.pages.get(seat.persona)
    silent = _silent_ms(store, known, store.shown_ms(now_ms))
    calm = _calm(store, seat, silent)
    several = any(cell_of(one) > 1 for one in store.world.persons)
    return SeatRow(
        seat.number,
        f"{seat.number}/{seat.cell}" if several else str(seat.number),
        " ".join(filter(None, ("robot" if seat.robot else "", known.name))) or "-",
        name_person(store.view, seat.persona) or (WATCHING if seat.role == "observer" else CHOOSING),
        clean_line(page.face.nickname) if page else "",
        person.place if person and store.world.session.stage == "playing" else "",
        f"{STOP} {GONE if calm == GONE else ''}".rstrip() if seat.stopped_ms else calm,
        act,
        span(silent) if known.last_act_ms else "",
        page is None or _is_begun(page) or store.world.session.stage != "playing",
        calm,
        seat.stopped_ms,
        _out(store, seat),
    )


def _is_begun(page: Page) -> bool:
    """Whether a page has a name, a mood, a picture or a post."""
    face = page.face
    return bool(
        face.nickname or face.signature or page.posts or any(one.cards for one in page.albums.values())
    )


def _out(store: Store, seat: Seat) -> str:
    """Whether a seat has stepped out of its role, once it is asked to."""
    if not (role_of(seat) and store.world.session.step_out):
        return ""
    return "yes" if any(one.seat == seat.number for one in store.world.reflections) else "no"


def _silent_ms(store: Store, known: Known, shown_ms: int) -> int:
    """How long a seat has done nothing; during play a pause does not count, as nobody can write then."""
    if not known.last_act_ms:
        return 0
    if store.world.session.stage == "playing":
        return all_played_ms(store.world.clock, shown_ms) - known.last_act_played_ms
    return shown_ms - known.last_act_ms


def _calm(store: Store, seat: Seat, silent_ms: int) -> str:
    if not seat.here:
        return GONE
    if is_reading(seat) and store.world.session.stage != "ended":
        return BRIEFING
    return "quiet" if silent_ms >= QUIET_MS and _is_awaited(store) else "here"


def _is_awaited(store: Store) -> bool:
    """Whether anybody is expected to do anything: play goes on, and nobody is only to sit still.

    That is so where a phase opens nothing on the phone, and has no question to think about either.
    """
    phase = store.world.phase
    opens = phase.allow.chat or phase.allow.page or phase.allow.visit
    return store.world.session.stage == "playing" and bool(opens or phase.prompts)


def is_reading(seat: Seat) -> bool:
    """Whether somebody sits there who has not read the briefing to its end; a robot reads none.

    Whoever plays somebody has come past it, also with a client that says nothing of it.
    """
    return seat.here and not (seat.briefed or seat.robot or seat.persona)


def fit_for_the_wall(row: SeatRow) -> SeatRow:
    """A row as a whole class may read it: without the stop signal, and without who plays whom.

    Nor does it say what the persona is called or did, as the class sees that of personas, and could tell; nor
    who has written on stepping out.
    """
    persona = HIDDEN if row.persona not in (WATCHING, CHOOSING) else row.persona
    return replace(row, state=row.calm, stopped_ms=0, persona=persona, nickname="", act="", out="")


def span(milliseconds: int) -> str:
    """A stretch of time in few signs: `now`, `20 s`, `3 min`; steps of ten seconds keep the table calm."""
    seconds = max(0, milliseconds) // 1000
    if seconds < 10:
        return "now"
    return f"{seconds // 10 * 10} s" if seconds < 60 else f"{seconds // 60} min"


def count_here(seats: Iterable[Seat]) -> str:
    """How many are connected: `7 of 8 here`."""
    all_seats = list(seats)
    return f"{sum(seat.here for seat in all_seats)} of {len(all_seats)} here"
