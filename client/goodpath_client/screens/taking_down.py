"""Take an own post down from the page, after one more key: it does not come back."""

from goodpath_client.screens.confirm import ConfirmScreen
from goodpath_client.screens.frame import Frame
from goodpath_client.shown_text import shown_line
from goodpath_client.widgets.wrapping import shorten_words
from goodpath_core.play.posts import RemovePost
from goodpath_core.play.state import Post

_QUOTED_CELLS = 40


def take_down(screen: Frame, post: Post) -> None:
    """Ask about an own post, and ask the server for its end."""
    student, words = screen.student, shorten_words(shown_line(post.text), _QUOTED_CELLS)

    def answer(sure: bool | None) -> None:
        if sure:
            student.do(RemovePost(post=post.seq))

    question = f"Take down your post {f'“{words}”' if words else 'with its pictures'}? It does not come back."
    student.ask(ConfirmScreen(question, "take it down", destroys=True), answer)
