"""Name the keys that act on one screen alone, for help and papers."""

from typing import Final, NamedTuple


class OwnKey(NamedTuple):
    """Some keys and what they do there."""

    keys: str
    """As people write them."""
    help: str
    """One sentence."""


_BACK: Final = OwnKey("Esc", "Go back; what you have begun is kept until you send it.")
PICTURES: Final = (
    OwnKey("F2", "Save: put the chosen pictures on your page, and their whys under them."),
    OwnKey("Esc", "Go back; what is not saved goes on your page as the phase ends, an exchange only by F2."),
    OwnKey("F8", "Drop what you have not saved."),
    OwnKey("Space or Enter", "Choose the picture, or leave it out."),
    OwnKey(", or [", "Move a chosen picture to an earlier place; the first is what a stranger sees."),
    OwnKey(". or ]", "Move it to a later place."),
    OwnKey("W", "Say why you chose it."),
    OwnKey("E", "Say why you exchange a picture, or none, where exchanges are counted."),
    OwnKey("L", "Close your pictures to others, or open them, once you save."),
    OwnKey("O", "See the picture full screen."),
)
EDITOR: Final = (
    OwnKey("F2", "Save your page."),
    OwnKey("Tab or Enter", "Go to the next box."),
    OwnKey("F5", "Take another face."),
    OwnKey("Esc", "Go back; what is not saved goes on your page as the phase ends."),
    OwnKey("F8", "Drop what you have not saved."),
)
POST: Final = (
    OwnKey("F2 or Enter", "Publish the post."),
    OwnKey("Tab", "Go to the pictures, and back."),
    OwnKey("Space", "Put the picture into the post, or leave it out."),
    OwnKey("F3", "Post it for everybody, or for yourself alone."),
    _BACK,
)
_ARROWS: Final = OwnKey("Arrows", "Choose what stands above, below or beside.")
FEED: Final = (OwnKey("V", "Visit the page of whoever posted what is chosen."), _ARROWS)
PAGE: Final = (OwnKey("P", "Like the page itself."), _ARROWS)
PICTURE: Final = (OwnKey("Left or Right", "See the other pictures of the page, or of Qzone."),)
CONTACTS: Final = (
    OwnKey("Enter", "Visit the page of the chosen person."),
    OwnKey("W", "Write to them privately."),
)
LOBBY: Final = (
    OwnKey("C", "Give your persona back and choose again."),
    OwnKey("W", "Stop playing and watch instead."),
    OwnKey("/", "See what else can be done, and search it by its words."),
)
WRITING: Final = (
    OwnKey("Enter", "Send. Alt+Enter or Ctrl+J starts a new line."),
    OwnKey("Tab", "Complete an @name, where the cursor stands behind one."),
    OwnKey("Alt+Up", "Bring back what you sent before."),
    OwnKey(
        "Up",
        "In an empty box choose a line; Enter on it answers it, takes it back, or reads a long one whole.",
    ),
    OwnKey("PgUp or PgDn", "Read back, or on; what you have begun stays in the box."),
    OwnKey("End", "In an empty box go to the newest line; there it says that you have read all."),
    OwnKey("Esc", "Drop a refused line, which comes back chosen. An arrow keeps it; typing puts it off."),
)
"""Where one writes in a chat or in the room."""
SCREENS: Final = (
    ("waiting", LOBBY),
    ("pictures", PICTURES),
    ("edit my page", EDITOR),
    ("post", POST),
    ("Qzone", FEED),
    ("a page", PAGE),
    ("a picture", PICTURE),
    ("contacts", CONTACTS),
)
"""What each screen is called, and its keys."""
