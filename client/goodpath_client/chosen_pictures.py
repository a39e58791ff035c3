"""Know which pictures are chosen for the own page and not on it, and whether the phase would take them."""

from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from goodpath_client.allowed import barred, pictures_refused
from goodpath_client.drafts import Drafts
from goodpath_client.on_its_way import page_to_come
from goodpath_client.store import Store
from goodpath_core.play.albums import ArrangeAlbum, GiveReason, is_first_choice, main_album
from goodpath_core.text import POST_LIMIT, clean_line

NOT_YET: Final = "These pictures are not on your page yet; F12, then F2 puts them there."
GOES: Final = (
    "These pictures go on your page when this phase ends; F12, then F2 puts them there now, F8 drops them."
)
_WHY_NOT: Final = "These pictures are not on your page yet. {why}"
KEPT: Final = "Kept; "
"""How begins what is said of a why that is not sent yet."""
CARDS: Final = "pictures"
"""Where the chosen pictures lie on the desk."""
FOR: Final = "pictures for"
"""Where it lies on the desk for whom they are meant to be."""
_OVER: Final = "pictures over"
"""Where it lies on the desk which pictures the page showed as they were chosen."""
_WAITING: Final = "pictures waiting"
"""Where pictures lie on the desk that no phase has taken yet."""
WHY: Final = "why "
"""Begins the names under which whys that are not sent yet lie on the desk."""


class Choice(NamedTuple):
    """Pictures, and for whom."""

    cards: tuple[str, ...]
    """Keys of the pictures, in order."""
    visible_to: Literal["all", "me"]
    """`all` for the whole cell; `me` keeps the album closed."""

    @property
    def command(self) -> ArrangeAlbum:
        """What puts it on the page."""
        return ArrangeAlbum(cards=self.cards, visible_to=self.visible_to)


def on_page(store: Store) -> Choice:
    """What stands on the own page, or is on its way there."""
    album = main_album(page_to_come(store))
    return Choice(album.cards, "me" if album.visible_to == "me" else "all")


def on_desk(store: Store, desk: Drafts) -> Choice:
    """What was chosen and left; what stands on the page where nothing was."""
    cards, visible_to = on_page(store)
    chosen = desk.texts.get(CARDS)
    wanted = desk.texts.get(FOR, visible_to)
    return Choice(cards if chosen is None else tuple(chosen.split()), _audience(wanted))


def put_on_desk(store: Store, desk: Drafts, choice: Choice) -> None:
    """Keep a choice, if it is another one than the page shows."""
    clear_desk(desk)
    page = on_page(store)
    if choice != page:
        desk.texts.update({CARDS: " ".join(choice.cards), FOR: choice.visible_to, _OVER: _in_words(page)})


def clear_desk(desk: Drafts) -> None:
    """Nothing is chosen any more that is not on the page."""
    for part in (CARDS, FOR, _OVER):
        desk.texts.pop(part, None)


def drop_older(store: Store, desk: Drafts) -> None:
    """Drop a choice that was made for another page than stands there now: something newer was saved since."""
    if desk.texts.get(_OVER, _in_words(on_page(store))) != _in_words(on_page(store)):
        clear_desk(desk)


def lay_by(desk: Drafts, choice: Choice) -> None:
    """Let a choice wait on the desk for a phase that takes it."""
    clear_desk(desk)
    desk.texts[_WAITING] = _in_words(choice)


def take_laid_by(desk: Drafts) -> Choice | None:
    """Take the choice that waits from the desk; None for none."""
    visible_to, *cards = desk.texts.pop(_WAITING, "").split() or ("",)
    return Choice(tuple(cards), _audience(visible_to)) if cards else None


def keep_why(store: Store, desk: Drafts, about: str, text: str) -> None:
    """Keep why a picture was chosen, chosen or not, unless the page says just that."""
    page = page_to_come(store)
    if text == clean_line(page.reasons.get(about, "") if page else ""):
        desk.texts.pop(f"{WHY}{about}", None)
    else:
        desk.texts[f"{WHY}{about}"] = text


def take_whys(desk: Drafts, about: Iterable[str]) -> list[GiveReason]:
    """Take the whys of these pictures from the desk; those that are too long to be sent stay."""
    waiting = [one for one in about if f"{WHY}{one}" in desk.texts]
    sent = [one for one in waiting if one not in long_whys(desk, waiting)]
    return [GiveReason(card=one, text=_stored(desk.texts.pop(f"{WHY}{one}"))) for one in sent]


def long_whys(desk: Drafts, about: Iterable[str]) -> tuple[str, ...]:
    """The pictures among these whose whys on the desk are too long to be sent."""
    return tuple(one for one in about if len(_stored(desk.texts.get(f"{WHY}{one}", ""))) > POST_LIMIT)


def waiting_whys(desk: Drafts) -> tuple[str, ...]:
    """The pictures whose whys wait on the desk, chosen or not."""
    return tuple(
        name.removeprefix(WHY) for name, text in desk.texts.items() if name.startswith(WHY) and text.strip()
    )


def _in_words(choice: Choice) -> str:
    return " ".join((choice.visible_to, *choice.cards))


def _audience(word: str) -> Literal["all", "me"]:
    return "me" if word == "me" else "all"


def _stored(text: str) -> str:
    """A why as it will be stored."""
    return clean_line(text).strip()


def why_not_taken(store: Store, cards: tuple[str, ...], now_ms: int) -> str:
    """Why the phase does not take these pictures at the own time `now_ms`; empty where it does."""
    page = page_to_come(store)
    no = barred(store, "playing", now_ms) or barred(store, "page", now_ms)
    if no is None and page is not None:
        no = pictures_refused(store, page, cards)
    return no.text if no else ""


def takes_choices(store: Store) -> bool:
    """Whether one chooses freely in this phase, so that what comes in is no exchange."""
    page = page_to_come(store)
    return page is not None and (store.world.phase.allow.swaps < 0 or is_first_choice(store.world, page))


def goes_by_itself(store: Store, choice: Choice, now_ms: int) -> bool:
    """Whether a choice that is not saved is put on the page as the phase ends.

    An exchange is never made by itself, and no page is emptied so.
    """
    return bool(choice.cards) and takes_choices(store) and not why_not_taken(store, choice.cards, now_ms)


def unsaved_words(store: Store, choice: Choice, now_ms: int) -> str:
    """What becomes of a choice that is not saved, at the own time `now_ms`."""
    if goes_by_itself(store, choice, now_ms):
        return GOES
    why = why_not_taken(store, choice.cards, now_ms)
    return _WHY_NOT.format(why=why) if why else NOT_YET
