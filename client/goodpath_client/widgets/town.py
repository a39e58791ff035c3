"""GoodPath at night, over the whole of its place, however low and wide that is."""

from typing import Final

from goodpath_client.own_pictures import TOWN, own_picture
from goodpath_client.widgets.half_blocks import HalfBlocks

_CUT: Final = 40
"""So many times as large as it would be whole it may be drawn."""


class Town(HalfBlocks):
    """The town."""

    DEFAULT_CSS = "Town { width: 100%; height: 1fr; }"

    def __init__(self) -> None:
        super().__init__(own_picture(TOWN), cut=_CUT, id="town")
