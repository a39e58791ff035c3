"""Counts what of a session no classmate was to read, such as thoughts, private chats and closed albums."""

from collections.abc import Iterable

from goodpath_review.lives import Life, Session, standing_posts

_WORDS = (
    ("thought", "thoughts"),
    ("line in private chats", "lines in private chats"),
    ("post for own eyes", "posts for own eyes"),
    ("picture in a closed album", "pictures in closed albums"),
    ("sentence of stepping out", "sentences of stepping out"),
)


def own_eyes(session: Session, lives: Iterable[Life]) -> str:
    """Such as `2 thoughts, 1 post for own eyes`; empty where there is nothing of the kind.

    Only the writer, the teacher and the reviewer could read it, so that is what a student was told.
    """
    lives = list(lives)
    ids = {life.id for life in lives}
    albums = [album for life in lives for album in life.page.albums.values() if album.visible_to == "me"]
    counts = (
        sum(line.kind == "thought" and line.voice in ids for line in session.world.journal),
        sum(line.private for life in lives for line in session.said.get(life.id, ())),
        sum(post.visible_to == "me" for life in lives for post in standing_posts(life.page)),
        sum(len(album.cards) for album in albums),
        sum(bool(answer) for one in session.world.reflections for answer in one.answers),
    )
    found = [f"{count} {word[count != 1]}" for count, word in zip(counts, _WORDS, strict=True) if count]
    return " and ".join(filter(None, (", ".join(found[:-1]), *found[-1:])))
