"""Draw what is told in passing in one piece, also where boxes below it end in the middle of a wide sign."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import cast

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets._toast import Toast

_NOTHING = Strip([], 0)


class WholeToasts(Compositor):
    """A compositor that leaves passing words whole.

    Each line of a screen is put together from pieces that end where any box on it ends. A sign of two cells
    in which one ends became two blanks. Nothing stands over a toast, so its first piece may be all of it.
    """

    def render_partial_update(self) -> ChopsUpdate | None:
        """What has changed; of a toast all, where it stands over some of that."""
        for _, _, seen in self._toasts():
            if any(seen.overlaps(changed) for changed in self._dirty_regions):
                self._dirty_regions.add(seen)
        return super().render_partial_update()

    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        chops = cast(Sequence[dict[int, Strip]], super()._render_chops(crop, is_rendered_line))
        for toast, region, seen in self._toasts():
            lines = toast.render_lines(seen.translate(-region.offset))
            for y, strip in zip(seen.line_range, lines, strict=False):
                if is_rendered_line(y):
                    _put_whole(chops[y], seen, strip)
        return chops

    def _toasts(self) -> Iterator[tuple[Widget, Region, Region]]:
        """Each toast with where it is, and what of that is seen."""
        for widget, (region, clip) in self.visible_widgets.items():
            if isinstance(widget, Toast):
                yield widget, region, region.intersection(clip)


def _put_whole(chops: dict[int, Strip], seen: Region, strip: Strip) -> None:
    """Make a strip the first of the pieces where it is seen, and leave nothing to the others."""
    for at in chops:
        if seen.x <= at < seen.right:
            chops[at] = strip if at == seen.x else _NOTHING
