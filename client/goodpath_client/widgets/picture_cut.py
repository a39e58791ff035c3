"""Where a picture is cut that is larger than its place: around its light, which in a room is the window."""

from PIL import Image, ImageChops

Size = tuple[int, int]
Box = tuple[int, int, int, int]
_STEP = 8
"""So many points of a picture are looked at as one."""


def cut_box(whole: Size, shown: Size, light: tuple[float, float]) -> Box:
    """Left, top, right and bottom of the `shown` part of a `whole` picture, with its light amid."""
    left, top = (
        max(0, min(length - part, round(at * length - part / 2)))
        for at, length, part in zip(light, whole, shown, strict=True)
    )
    return left, top, left + shown[0], top + shown[1]


def find_light(picture: Image.Image) -> tuple[float, float]:
    """The middle of what is bright and coloured, each way from 0 to 1; of a grey picture its own middle."""
    red, green, blue = picture.convert("RGB").reduce(_STEP).split()
    bright = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    dull = ImageChops.darker(ImageChops.darker(red, green), blue)
    glow = ImageChops.multiply(ImageChops.subtract(bright, dull), bright)
    levels, columns = glow.tobytes(), glow.width
    half = max(levels) / 2
    lit = [(at, level) for at, level in enumerate(levels) if level > half]
    whole = sum(level for _, level in lit)
    if not whole:
        return 0.5, 0.5
    across = sum((at % columns + 0.5) * level for at, level in lit)
    down = sum((at // columns + 0.5) * level for at, level in lit)
    return across / whole / columns, down / whole / glow.height
