"""Say what the teacher can remove: the rows of a page, the question that quotes it, and the command."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final, NamedTuple, get_args

from goodpath_client.names import name_person
from goodpath_client.page_rows import WORD, Thing, key_of_thing, page_rows, reason_for, thing_of
from goodpath_client.passed_on_words import origin_words
from goodpath_client.plurals import counted
from goodpath_client.quoting import beginning, quote
from goodpath_client.room_rows import Png, find_card
from goodpath_client.store import Store
from goodpath_client.widgets.rows import Key, Kind, Row
from goodpath_core.play.albums import PLAIN_NAME, standing_reasons
from goodpath_core.play.event import Command
from goodpath_core.play.hidden_faces import HideFace, WrittenPart
from goodpath_core.play.moderation import REMOVED, HideComment, HidePost
from goodpath_core.play.state import Page
from goodpath_core.play.taken_down import HideAlbumName, HideReason, HideSaid
from goodpath_core.play.things import post_named, response_to
from goodpath_core.text import clean_line

PARTS: Final[tuple[WrittenPart, ...]] = get_args(WrittenPart)
_STAYS: Final = "It was passed on {times}; that stays, with its pictures, until you remove it there."


class Removal(NamedTuple):
    """What a row stands for."""

    command: Command
    """Sent once the question is answered with yes."""
    question: str
    """Asks once more, and quotes what goes."""


def rows_to_remove(store: Store, page: Page, png: Png, earlier: Sequence[Row]) -> list[Row]:
    """A page for the teacher: first what its face says and said `earlier`; the cursor stops at every word."""
    words = (word for response in page.responses.values() for word in response.comments)
    standing = {f"{WORD}{seq}" for seq, _, text in words if text}
    rows = page_rows(store, page, png)
    return [
        *(_part_row(page, part) for part in PARTS if getattr(page.face, part)),
        *(_album_row(page, key, name) for key, name in _named(page).items()),
        *earlier,
        *(replace(row, inert=False) if row.key in standing else row for row in rows),
        *_reason_rows(store, page),
    ]


def _named(page: Page) -> dict[str, str]:
    """Album -> the name that it was given."""
    return {key: album.name for key, album in page.albums.items() if album.name != PLAIN_NAME}


def _album_row(page: Page, key: str, name: str) -> Row:
    return Row(key_of_thing(Thing(page.owner, f"album:{key}")), speaker="album", text=quote(name))


def _reason_rows(store: Store, page: Page) -> list[Row]:
    """Why pictures were chosen, as far as classmates read it."""
    reasons = standing_reasons(page) if page.reasons_open else {}
    rows = [
        Row(
            key_of_thing(Thing(page.owner, f"reason:{card}")),
            speaker=clean_line(reason_for(store, card)),
            text=text or REMOVED,
            inert=not text,
        )
        for card, text in reasons.items()
    ]
    return [Row("reasons", Kind.DIVIDER, text="why they were chosen"), *rows] if rows else []


def _part_row(page: Page, part: WrittenPart) -> Row:
    key = key_of_thing(Thing(page.owner, f"part:{part}"))
    return Row(key, speaker=part, text=quote(getattr(page.face, part)))


def removal_of(store: Store, page: Page, key: Key) -> Removal | None:
    """How the thing in this row of the page is removed; None for what stays."""
    thing = thing_of(key)
    head, _, name = (thing.thing if thing else str(key)).partition(":")
    find = _FINDS.get(head)
    return find(store, page, name) if find else None


def _post(store: Store, page: Page, number: str) -> Removal | None:
    post = post_named(page, f"post:{number}")
    if post is None:
        return None
    titles = [clean_line(card.title) for key in post.cards if (card := find_card(store, key))]
    response = response_to(page, f"post:{number}")
    answers = len(response.comments)
    parts = [
        quote(post.text) if post.text else "",
        beginning(origin_words(store, post, store.name)),
        f"with {counted(len(titles), 'picture')}: {', '.join(map(quote, titles))}" if titles else "",
        f"with {counted(answers, 'word')} under it" if answers else "",
    ]
    question = f"Remove this post from every screen? {', '.join(filter(None, parts))}"
    if response.reposts:
        question += f". {_STAYS.format(times=counted(len(response.reposts), 'time'))}"
    return Removal(HidePost(page=page.owner, post=post.seq), question)


def _word(store: Store, page: Page, number: str) -> Removal | None:
    words = (word for response in page.responses.values() for word in response.comments)
    found = next((word for word in words if str(word[0]) == number and word[2]), None)
    if found is None:
        return None
    seq, voice, text = found
    question = f"Remove this word of {store.name(voice)} from every screen? {quote(text)}"
    return Removal(HideComment(page=page.owner, comment=seq), question)


def _part(store: Store, page: Page, name: str) -> Removal | None:
    part = next(one for one in PARTS if one == name)
    words = getattr(page.face, part)
    if words in ("", getattr(page.versions[0], part)):
        return None
    then = "The page shows again what it began with."
    question = f"Remove this {part} from every screen? {quote(words)}. {then}"
    return Removal(HideFace(page=page.owner, part=part, version=page.face.seq), question)


def _album(store: Store, page: Page, key: str) -> Removal | None:
    name = _named(page).get(key)
    if name is None:
        return None
    question = f"Remove the name of this album from every screen? {quote(name)}. Its pictures stay."
    return Removal(HideAlbumName(page=page.owner, album=key), question)


def _reason(store: Store, page: Page, card: str) -> Removal | None:
    text = standing_reasons(page).get(card) if page.reasons_open else ""
    if not text:
        return None
    question = f"Remove this reason of {store.name(page.owner)} from every screen? {quote(text)}"
    return Removal(HideReason(page=page.owner, card=card), question)


def removal_of_words(store: Store, seq: int) -> Removal | None:
    """How words that were said aloud are removed; None for thoughts, and for what is gone."""
    lines = (line for line in store.world.journal if line.seq == seq and line.kind == "said" and line.text)
    line = next(lines, None)
    if line is None:
        return None
    who = name_person(store.view, line.voice)
    return Removal(HideSaid(line=seq), f"Remove from every screen what {who} said aloud? {quote(line.text)}")


_FINDS: Mapping[str, Callable[[Store, Page, str], Removal | None]] = MappingProxyType(
    {"part": _part, "album": _album, "post": _post, WORD.rstrip(":"): _word, "reason": _reason}
)
"""How the name of a thing begins -> what removing it means."""
