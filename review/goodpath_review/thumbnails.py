"""Makes small pictures for the report, each once, as text that an HTML page can hold."""

import base64
import io
from dataclasses import dataclass, field

from PIL import Image

from goodpath_core.picture_head import measure

_COLOURS = 128
"""With FASTOCTREE that many take no more bytes than 64 by MEDIANCUT, come closer, and half the time."""
_BROKEN = (OSError, SyntaxError, ValueError, IndexError, Image.DecompressionBombError)
"""What unpacking a spoilt file ends with."""


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A small picture that stands once in the page and is shown wherever its name is used."""

    name: str
    """Its id in the page."""
    width: int
    """In pixels."""
    height: int
    """In pixels."""
    data: str
    """A data: address with a PNG."""


@dataclass(slots=True)
class Thumbnails:
    """The pictures a page has asked for so far."""

    pictures: dict[str, tuple[str, bytes]]
    """File name -> (hash, PNG), as the session file has them."""
    made: dict[str, Thumbnail | None] = field(default_factory=dict)
    """File name -> its small picture, in the order asked for; None where it cannot be shown."""

    def make(self, file: str, side: int) -> Thumbnail | None:
        """The picture no wider than `side` pixels; None if there is none or it cannot be shown."""
        if file not in self.made:
            found = self.pictures.get(file)
            png = _small(found[1], side) if found else None
            self.made[file] = _thumbnail(f"picture-{len(self.made) + 1}", png) if png else None
        return self.made[file]

    def all(self) -> list[Thumbnail]:
        """Every picture made, in the order in which it was asked for."""
        return [thumbnail for thumbnail in self.made.values() if thumbnail]


def _small(png: bytes, side: int) -> Image.Image | None:
    measured = measure(png)
    if measured == (0, 0):
        return None
    try:
        with Image.open(io.BytesIO(png), formats=("PNG",)) as picture:
            # A second head may say something larger than the first.
            if picture.size != measured:
                return None
            whole = picture.convert("RGB")
    except _BROKEN:
        return None
    if whole.width > side:
        whole = whole.resize(
            (side, max(1, round(whole.height * side / whole.width))), Image.Resampling.LANCZOS
        )
    return whole.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)


def _thumbnail(name: str, picture: Image.Image) -> Thumbnail:
    packed = io.BytesIO()
    picture.save(packed, "PNG")
    data = "data:image/png;base64," + base64.b64encode(packed.getvalue()).decode()
    return Thumbnail(name, picture.width, picture.height, data)
