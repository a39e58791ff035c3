"""Take an own post down from the page, after one more key: it does not come back."""

from goodpath_client.passed_on_words import origin_words
from goodpath_client.quoting import beginning, quote
from goodpath_client.screens.confirm import ConfirmScreen
from goodpath_client.screens.frame import Frame
from goodpath_core.play.posts import RemovePost
from goodpath_core.play.state import Post


def take_down(screen: Frame, post: Post) -> None:
    """Ask about an own post, and ask the server for its end."""
    student = screen.student

    def answer(sure: bool | None) -> None:
        if sure:
            student.do(RemovePost(post=post.seq))

    question = f"Take down your post{_named(screen, post)}? It does not come back."
    student.ask(ConfirmScreen(question, "take it down", destroys=True), answer)


def _named(screen: Frame, post: Post) -> str:
    """By what its owner knows a post: its words, else its pictures, else what it passes on."""
    if post.text:
        return f" {quote(post.text)}"
    origin = origin_words(screen.store, post, screen.store.name)
    return " with its pictures" if post.cards or not origin else f", {beginning(origin)}"
