"""What the welcome says about limits is what the rules keep."""

from goodpath_core import text
from goodpath_core.wire import limits


def test_what_is_announced_is_what_holds() -> None:
    assert dict(limits.ANNOUNCED) == {
        "frame_bytes": limits.FRAME_BYTES,
        "message_characters": text.MESSAGE_LIMIT,
        "post_characters": text.POST_LIMIT,
        "name_characters": text.NAME_LIMIT,
        "signature_characters": text.SIGNATURE_LIMIT,
        "history": limits.HISTORY_MAX,
        "burst": limits.BURST,
        "rate": limits.RATE,
    }


def test_a_news_frame_and_a_part_leave_room_for_their_heads() -> None:
    assert limits.NEWS_BYTES + 1_000 < limits.FRAME_BYTES
    assert limits.PART_BYTES + 1_000 < limits.FRAME_BYTES


def test_the_longest_line_fits_a_frame_even_in_four_byte_characters() -> None:
    assert text.MESSAGE_LIMIT * 4 + 1_000 < limits.FRAME_BYTES
