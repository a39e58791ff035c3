"""Draw what is told in passing in one piece, also where boxes below it end in the middle of a wide sign."""

from collections.abc import Callable, Mapping, Sequence
from typing import cast

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets._toast import Toast

_NOTHING = Strip([], 0)


class WholeToasts(Compositor):
    """A compositor that leaves passing words whole.

    Each line of a screen is put together from pieces that end where any box on it ends. A sign of two cells
    in which one ends became two blanks. Nothing stands over a toast, so its first piece may be all of it.
    """

    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        chops = cast(Sequence[dict[int, Strip]], super()._render_chops(crop, is_rendered_line))
        for widget, (region, clip) in self.visible_widgets.items():
            if isinstance(widget, Toast):
                seen = region.intersection(clip)
                lines = widget.render_lines(seen.translate(-region.offset))
                for y, strip in zip(seen.line_range, lines, strict=False):
                    if is_rendered_line(y):
                        _put_whole(chops[y], seen, strip)
        return chops


def _put_whole(chops: dict[int, Strip], seen: Region, strip: Strip) -> None:
    """Make a strip the first of the pieces where it is seen, and leave nothing to the others."""
    for at in chops:
        if seen.x <= at < seen.right:
            chops[at] = strip if at == seen.x else _NOTHING
