"""A picture's source is one plain sentence part, whoever reads it."""

from goodpath_core.picture_source import source_words


def test_it_is_said_whose_a_picture_is_and_where_it_was_taken() -> None:
    assert source_words("own", "room") == "own picture, taken in a room"
    assert source_words("edited", "street") == "edited picture, taken on the street"
    assert source_words("collected", "web") == "somebody else's picture, taken from the web"
