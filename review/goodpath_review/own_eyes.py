"""Names and counts what of a session no classmate was to read, such as secrets, thoughts, private chats."""

from collections.abc import Iterable

from goodpath_core.play.state import JournalLine
from goodpath_review.lives import Life, Session, standing_posts
from goodpath_review.reflections import newest_reflections

_ALWAYS = ("dreams", "secrets", "who came and said nothing", "how many strangers passed")
"""Told on every sheet and every page: no classmate sees it."""
_WORDS = (
    ("thought", "thoughts"),
    ("line said with nobody there", "lines said with nobody there"),
    ("line in private chats", "lines in private chats"),
    ("change of a room", "changes of rooms"),
    ("post for own eyes", "posts for own eyes"),
    ("picture in a closed album", "pictures in closed albums"),
    ("sentence of stepping out", "sentences of stepping out"),
)


def is_unheard(line: JournalLine) -> bool:
    """Whether something was said aloud, or thought, that nobody but the speaker could hear."""
    return line.kind == "thought" or (line.kind == "said" and not {*line.people} - {line.voice})


def own_eyes(session: Session, lives: Iterable[Life]) -> str:
    """Such as `dreams, secrets, who came and said nothing, how many strangers passed and 2 thoughts`.

    Empty without lives.

    Only the owner, the teacher and the reviewer could read it, so that is what a student was told.
    """
    lives = list(lives)
    ids = {life.id for life in lives}
    albums = [album for life in lives for album in life.page.albums.values() if album.visible_to == "me"]
    unheard = [line.kind for line in session.world.journal if line.voice in ids and is_unheard(line)]
    counts = (
        unheard.count("thought"),
        unheard.count("said"),
        sum(line.private for life in lives for line in session.said.get(life.id, ())),
        sum(len(session.rooms.get(life.id, ())) for life in lives),
        sum(post.visible_to == "me" for life in lives for post in standing_posts(life.page)),
        sum(len(album.cards) for album in albums),
        sum(bool(answer) for one in newest_reflections(session.world) for answer in one.answers),
    )
    counted = [f"{count} {word[count != 1]}" for count, word in zip(counts, _WORDS, strict=True) if count]
    found = [*(_ALWAYS if lives else ()), *counted]
    return " and ".join(filter(None, (", ".join(found[:-1]), *found[-1:])))
