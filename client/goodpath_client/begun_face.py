"""Know which parts of the own page's face are written and not on the page, and how they are put there."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from goodpath_client.allowed import barred
from goodpath_client.drafts import Drafts
from goodpath_client.on_its_way import page_to_come
from goodpath_client.store import Store
from goodpath_core.play.profile import PART_LIMITS, EditPage, clean_part

GOES: Final = (
    "What you wrote goes on your page when this phase ends; F3, then F2 puts it there now, F8 drops it."
)
BY_KEYS: Final = "(F3, then F2)"
"""How a face is saved on the screens."""
_LONG: Final = (
    "Your {parts} is too long, by {over}, and goes on your page only once you have shortened it "
    f"{BY_KEYS}."
)
_REST: Final = " All else that you wrote goes there when this phase ends."
NOT_THERE: Final = "What you wrote is not on your page"
"""How begins what is told where nothing that was written is on the page."""
_WAITS: Final = "{what}. {why} It waits on “Edit my page” until it can."
_WAITS_LONG: Final = "{what} {parts} too long, by {over}. {why} It waits on “Edit my page”; shorten it there."
_PARTLY: Final = "Your {put} on your page now, but your {parts} not"
PART: Final = "page "
"""Begins the names under which written parts lie on the desk."""
WRITTEN: Final = ("nickname", "signature", "face", "music")
"""The parts that are written; the skin is chosen."""


def face_on_desk(store: Store, desk: Drafts) -> dict[str, str]:
    """Part -> text as it would be stored, for all that is written and not on the own page or on its way."""
    page = page_to_come(store)
    written = {name.removeprefix(PART): text for name, text in desk.texts.items() if name.startswith(PART)}
    stored = {part: clean_part(part, text) for part, text in written.items()}
    return {part: text for part, text in stored.items() if page and text != getattr(page.face, part)}


def unsaved_words(store: Store, desk: Drafts, now_ms: int, put: Sequence[str] = ()) -> str:
    """What becomes of what is written and not saved, at the own time `now_ms`; empty where nothing is.

    `put` are the parts of it that are on the page by now.
    """
    no, written = barred(store, "page", now_ms), face_on_desk(store, desk)
    if not written:
        return ""
    if no is not None:
        return _waiting_words(written, put, no.text)
    long = too_long(written)
    if not long:
        return GOES
    words = _LONG.format(parts=listed(long), over=over_words(written))
    return words + _REST * (len(long) < len(written))


def _waiting_words(written: Mapping[str, str], put: Sequence[str], why: str) -> str:
    """What is told of parts that are written, while a page cannot be changed and why that is so."""
    long = too_long(written)
    what = _PARTLY.format(put=_with_verb(put), parts=_with_verb(written)) if put else NOT_THERE
    if not long:
        return _WAITS.format(what=what, why=why)
    is_known = put and len(long) == len(written) == 1
    parts = "it is" if is_known else f"your {_with_verb(long)}"
    return _WAITS_LONG.format(what=f"{what}:", parts=parts, over=over_words(written), why=why)


def listed(parts: Iterable[str]) -> str:
    """Names of parts as they stand behind `your`: `nickname and your signature`."""
    return " and your ".join(parts)


def _with_verb(parts: Collection[str]) -> str:
    return f"{listed(parts)} {'is' if len(parts) == 1 else 'are'}"


def over_words(parts: Mapping[str, str]) -> str:
    """By how many characters each of these parts is too long, in their order: `24 and 3`."""
    return " and ".join(str(len(parts[part]) - PART_LIMITS[part]) for part in too_long(parts))


def too_long(parts: Mapping[str, str]) -> tuple[str, ...]:
    """Which of these parts have more characters than are taken."""
    return tuple(part for part, text in parts.items() if len(text) > PART_LIMITS[part])


def clear_parts(desk: Drafts, parts: Iterable[str]) -> None:
    """Nothing is written any more in these parts that is not on the page."""
    for part in parts:
        desk.texts.pop(f"{PART}{part}", None)


def edits(parts: Mapping[str, str]) -> list[EditPage]:
    """What puts parts on the page; a name by itself, so that one that is refused holds nothing else up."""
    name = {part: text for part, text in parts.items() if part == "nickname"}
    rest = {part: text for part, text in parts.items() if part != "nickname"}
    return [EditPage.model_validate(some) for some in (name, rest) if some]
