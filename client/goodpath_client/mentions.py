"""Find the persons whom an @name means, complete such names, and say of a word that it names nobody."""

from typing import Final

from goodpath_client.called import find_called
from goodpath_client.names import characters_of, name_person
from goodpath_client.store import Store
from goodpath_core.play.event import PRIVATE, cell_of
from goodpath_core.play.messages import MENTIONS_MAX, ends_of
from goodpath_core.text import name_key

_BEHIND: Final = " \n,:;"
"""What may part a name from the words behind it."""


def neighbours(store: Store) -> list[str]:
    """Ids of the other personas of the own cell, in the order of the cast."""
    return [one for one in store.world.persons if cell_of(one) == store.cell and one != store.me]


def played_neighbours(store: Store) -> list[str]:
    """Those of the neighbours who are played."""
    return [one for one in neighbours(store) if store.world.persons[one].played]


def others_in(store: Store, room: str) -> list[str]:
    """Ids of the other members of a chat; of a private one that is not begun yet, of whom it would be."""
    found = store.world.rooms.get(room)
    members = found.members if found else ends_of(room) if room.startswith(PRIVATE) else neighbours(store)
    return [one for one in members if one != store.me]


def complete(store: Store, room: str, word: str) -> list[str]:
    """All names that `@wa` may stand for, members of the chat only; spaces become one sign.

    Any part of a name may begin so; those that begin so themselves come first.
    """
    wanted = _key(word.removeprefix("@"))
    found = [
        (not any(key.startswith(wanted) for key in _whole(store, one)), "@" + at_name(store, one))
        for one in others_in(store, room)
        if any(key.startswith(wanted) for key in _beginnings(store, one))
    ]
    return [name for _, name in sorted(found, key=lambda one: one[0])]


def at_name(store: Store, persona: str) -> str:
    """A name as it stands after an @: without spaces."""
    return store.name(persona).replace(" ", "_")


def mentions(store: Store, room: str, text: str) -> tuple[str, ...]:
    """Ids of the members that a text names with an @, by a whole name or a part that one member alone has."""
    named = {one for word in _words(store, room, text) for one in _called(store, room, word)}
    return tuple(one for one in others_in(store, room) if one in named)[:MENTIONS_MAX]


def named_by(store: Store, room: str, text: str, reply_to: int = 0) -> tuple[str, ...]:
    """Ids of the members that a line names: whom the line `reply_to` is by, which it answers, and its text.

    An answer tells whom it answers, unless that is oneself, an NPC or somebody who cannot be named there.
    """
    every = (*_answered(store, room, reply_to), *mentions(store, room, text))
    return tuple(dict.fromkeys(every))[:MENTIONS_MAX]


def _answered(store: Store, room: str, seq: int) -> tuple[str, ...]:
    """Who wrote the line with this number, where it is known, and where they can be named."""
    line = next((line for line in store.lines(room) if seq and line.seq == seq), None)
    can_be_named = line is not None and line.voice in store.world.persons and not store.is_mine(line)
    return (line.voice,) if line and can_be_named and line.voice in others_in(store, room) else ()


def say_unnamed(store: Store, room: str, text: str, way: str) -> str:
    """What is to be said of the words of a text with an @ that name nobody in the chat; else empty.

    `way` says how one learns whom one can name.
    """
    shared = {
        word: [one for one in _sharing(store, room, word) if one != store.me]
        for word in _words(store, room, text)
        if _is_meant_for_another(store, room, word) and not _called(store, room, word)
    }
    nobody = [f"@{word}" for word, members in shared.items() if not members]
    told = [f"Nobody here is called {', '.join(nobody)}; {way}"] if nobody else []
    told += [
        f"@{word} names nobody: write {' or '.join(f'@{at_name(store, one)}' for one in members)}."
        for word, members in shared.items()
        if members
    ]
    return " ".join(told)


def persons_meant(store: Store, word: str) -> list[str]:
    """The neighbours that a word may mean: the one whose name it is, else all whose names hold it."""
    return _meant(store, neighbours(store), word)


def pages_meant(store: Store, word: str) -> list[str]:
    """The same of all who have a page, oneself too."""
    return _meant(store, _with_me(store), word)


def _meant(store: Store, among: list[str], word: str) -> list[str]:
    exact, wanted = _whole_named(store, among, word), _key(word.removeprefix("@"))
    if exact or not wanted:
        return [exact] if exact else []
    return [one for one in among if any(wanted in key for key in _whole(store, one))]


def _whole_named(store: Store, among: list[str], word: str) -> str:
    """Whose whole name a word is, of the page or the real one; empty for nobody's."""
    wanted = _key(word.removeprefix("@"))
    return next((one for one in among if wanted and wanted in _whole(store, one)), "")


def named_first(store: Store, typed: str) -> tuple[str, str]:
    """The neighbour with whose name a text begins, and what stands behind it; two empty texts for nobody.

    That is a whole name, with or without an @, or a part of one that nobody else in the cell has.
    """
    return _first_named(store, neighbours(store), typed)


def is_more_than_name(store: Store, typed: str) -> bool:
    """Whether words stand behind the name with which a text begins, be it one's own."""
    return bool(_first_named(store, _with_me(store), typed)[1])


def _first_named(store: Store, among: list[str], typed: str) -> tuple[str, str]:
    bare = typed.removeprefix("@").lstrip()
    word = next(iter(find_called(f"@{bare}", lambda one: bool(_one_called(store, among, one)))), "")
    found = _one_called(store, among, word)
    return (found, bare.removeprefix(word).lstrip(_BEHIND)) if found else ("", "")


def _one_called(store: Store, among: list[str], word: str) -> str:
    """The one of these who is called so, wholly or in part; empty for nobody, and for several."""
    wanted = _key(word)
    parts = [one for one in among if wanted in part_keys(store, one)]
    return _whole_named(store, among, word) or (parts[0] if len(parts) == 1 else "")


def _with_me(store: Store) -> list[str]:
    """The neighbours, with oneself first."""
    return [*filter(None, [store.me]), *neighbours(store)]


def means_me(store: Store, word: str) -> bool:
    """Whether a word is one of the own names."""
    wanted = _key(word.removeprefix("@"))
    return bool(store.me and wanted) and wanted in _whole(store, store.me)


def part_keys(store: Store, persona: str) -> set[str]:
    """What a persona is called beside the whole names, as keys: family and given name, and in characters."""
    given = characters_of(store.view, persona)[1:]
    return {_key(part) for part in (*name_person(store.view, persona).split(), given) if part}


def _words(store: Store, room: str, text: str) -> list[str]:
    """What stands behind each @ of a text: the longest name of somebody in the chat, else one word."""
    everybody = [*others_in(store, room), *filter(None, [store.me])]
    keys = {key for one in everybody for key in _whole(store, one) | part_keys(store, one)}
    return find_called(text, lambda word: _key(word) in keys)


def _called(store: Store, room: str, word: str) -> list[str]:
    """Whom a word names: who is called so wholly, else the one member who is called so in part."""
    wanted, others = _key(word), others_in(store, room)
    whole = [one for one in others if wanted in _whole(store, one)]
    sharing = [] if whole else _sharing(store, room, word)
    return whole or (sharing if len(sharing) == 1 and sharing[0] != store.me else [])


def _sharing(store: Store, room: str, word: str) -> list[str]:
    """All of the chat, with oneself, who are called so in part."""
    everybody = [*others_in(store, room), *filter(None, [store.me])]
    return [one for one in everybody if _key(word) in part_keys(store, one)]


def _is_meant_for_another(store: Store, room: str, word: str) -> bool:
    """A word that begins with a letter and does not mean oneself: `@_@` and `@3` are no names."""
    is_mine = means_me(store, word) or _sharing(store, room, word) == [store.me]
    return word[0].isalpha() and not is_mine


def _whole(store: Store, persona: str) -> set[str]:
    """The whole names of a persona as keys: of the page, and the real one in both scripts."""
    real, characters = name_person(store.view, persona), characters_of(store.view, persona)
    return {_key(name) for name in (store.name(persona), real, characters) if name}


def _beginnings(store: Store, persona: str) -> set[str]:
    """The names of a persona as keys, whole and from each of their words on."""
    written = [store.name(persona).split(), name_person(store.view, persona).split()]
    parts = {_key("".join(words[at:])) for words in written for at in range(len(words))}
    return parts | _whole(store, persona) | part_keys(store, persona)


def _key(name: str) -> str:
    return name_key(name.replace("_", ""))
