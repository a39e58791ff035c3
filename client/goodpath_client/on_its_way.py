"""Reckon with what was asked for and is not answered yet: how things will stand once it is stored."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from goodpath_client.store import Store
from goodpath_core.errors import Refused
from goodpath_core.play.albums import MAIN, PLAIN_NAME, ArrangeAlbum, GiveReason, must_fit
from goodpath_core.play.event import Command
from goodpath_core.play.profile import EditPage, clean_part
from goodpath_core.play.state import Album, Page, World


def on_its_way(store: Store) -> Iterator[Command]:
    """What waits for its answer, the oldest first, as far as it is meant as the persona that is played."""
    return (command for command, persona in store.asked.values() if persona == store.me)


def page_to_come(store: Store) -> Page | None:
    """The own page with what is on its way there; where nothing is, the page of the copy itself.

    What the rules will refuse changes nothing.
    """
    page = store.my_page
    for command in on_its_way(store):
        change = _CHANGES.get(type(command))
        if page is not None and change is not None:
            page = change(store.world, page, command)
    return page


def _arranged(world: World, page: Page, asked: ArrangeAlbum) -> Page:
    if asked.album != MAIN:
        return page
    try:
        swaps = must_fit(world, page, MAIN, asked.cards)
    except Refused:
        return page
    album = Album(PLAIN_NAME, asked.cards, asked.visible_to)
    return replace(page, albums={**page.albums, MAIN: album}, swaps=page.swaps + swaps)


def _explained(world: World, page: Page, asked: GiveReason) -> Page:
    return replace(page, reasons={**page.reasons, asked.card: asked.text})


def _edited(world: World, page: Page, asked: EditPage) -> Page:
    asked_parts = asked.model_dump(exclude_none=True)
    parts: dict[str, Any] = {part: clean_part(part, text) for part, text in asked_parts.items()}
    return replace(page, versions=[*page.versions, replace(page.face, **parts)])


_CHANGES: Final[Mapping[type[Command], Callable[[World, Page, Any], Page]]] = MappingProxyType(
    {ArrangeAlbum: _arranged, GiveReason: _explained, EditPage: _edited}
)
"""What each request makes of the own page."""
