"""Put refused words back into the boxes of pages; what finds no place in its box is to be shown."""

from typing import TYPE_CHECKING, TypeVar

from goodpath_client.begun_face import PART
from goodpath_client.changes import Change
from goodpath_client.chosen_pictures import Choice, put_on_desk
from goodpath_client.drafts import PostDraft, WordDraft
from goodpath_client.screens.page_editor import PageEditorScreen
from goodpath_client.screens.picture_picker import PicturePickerScreen
from goodpath_client.screens.post import PostScreen
from goodpath_client.screens.things import ThingsScreen
from goodpath_client.unsent_words import REPLACED, NotSent
from goodpath_core.play.albums import ArrangeAlbum, GiveReason
from goodpath_core.play.debrief import Reflect
from goodpath_core.play.posts import PublishPost, Repost
from goodpath_core.play.profile import EditPage
from goodpath_core.play.responses import WriteComment

if TYPE_CHECKING:
    from goodpath_client.app import StudentApp

Shown = TypeVar("Shown", PageEditorScreen, PicturePickerScreen)


def post_back(app: "StudentApp", post: PublishPost, writer: str, change: Change) -> None:
    """A whole post, with its pictures and for whom it was; into its box where that is empty."""
    app.drafts.of(writer).posts.append(PostDraft(post.text, post.cards, post.visible_to))
    if isinstance(app.screen, PostScreen) and app.screen.is_whole:
        app.screen.take_up()


def word_back(app: "StudentApp", word: WriteComment | Repost, writer: str, change: Change) -> None:
    """A word waits for the box of its thing; where that is in sight, it opens."""
    if not word.text:
        return
    draft = WordDraft(
        "comment" if isinstance(word, WriteComment) else "repost", word.page, word.thing, word.text
    )
    app.drafts.of(writer).words.append(draft)
    if writer == app.playing and isinstance(app.screen, ThingsScreen) and app.screen.is_whole:
        app.screen.take_up(draft)


def face_back(app: "StudentApp", edit: EditPage, writer: str, change: Change) -> None:
    """Parts of the page to their boxes, also where the editor is open."""
    editor = _open_one(app, PageEditorScreen, writer)
    if editor is not None:
        editor.keep_draft()
    parts = edit.model_dump(exclude_none=True)
    left = [app.drafts.of(writer).put_back(f"{PART}{part}", value) for part, value in parts.items()]
    _show(app, [text for part, text in zip(parts, left, strict=True) if part != "skin"])
    if editor is not None:
        editor.take_up()


def why_back(app: "StudentApp", reason: GiveReason, writer: str, change: Change) -> None:
    """Why a picture was chosen, to the box of that picture."""
    picker = _open_one(app, PicturePickerScreen, writer)
    if picker is not None:
        picker.keep_draft()
    _show(app, [app.drafts.of(writer).put_back(f"why {reason.card}", reason.text)])
    if picker is not None:
        picker.take_up_why()


def pictures_back(app: "StudentApp", album: ArrangeAlbum, writer: str, change: Change) -> None:
    """The chosen pictures, in their order, and for whom they were."""
    put_on_desk(app.store, app.drafts.of(writer), Choice(album.cards, album.visible_to))


def sentences_back(app: "StudentApp", said: Reflect, writer: str, change: Change) -> None:
    """The newest; each was sent as it stood, so that older ones are what the person has changed."""
    for number, answer in enumerate(said.answers):
        app.drafts.of(writer).put_back(f"answer {number}", answer)


def _open_one(app: "StudentApp", kind: type[Shown], writer: str) -> Shown | None:
    """The screen of a kind that is open for whoever wrote something, or None."""
    open_ones = (one for one in app.screen_stack if isinstance(one, kind) and one.is_whole)
    return next(open_ones, None) if writer == app.playing else None


def _show(app: "StudentApp", texts: list[str]) -> None:
    app.unsent += [NotSent(REPLACED, text) for text in texts if text]
