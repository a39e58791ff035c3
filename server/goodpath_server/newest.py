"""Keep the newest of things, within a number and a size."""

from collections import deque
from collections.abc import Sequence
from typing import Generic, TypeVar

T = TypeVar("T")


class Newest(Generic[T]):
    """The newest things, oldest first."""

    __slots__ = ("_most", "_most_size", "_size", "_sizes", "things")

    def __init__(self, most: int, most_size: int) -> None:
        self.things: deque[T] = deque()
        self._sizes: deque[int] = deque()
        self._size = 0
        self._most = most
        self._most_size = most_size

    def add(self, thing: T, size: int) -> None:
        """Keep one more; the oldest make room."""
        sizes, total = self._sizes, self._size + size
        self.things.append(thing)
        sizes.append(size)
        while total > self._most_size or len(sizes) > self._most:
            self.things.popleft()
            total -= sizes.popleft()
        self._size = total

    def extend(self, things: Sequence[T], sizes: Sequence[int]) -> None:
        """Keep many more, each with its size; far cheaper than one by one."""
        self.things.extend(things)
        self._sizes.extend(sizes)
        total = self._size + sum(sizes)
        while total > self._most_size or len(self._sizes) > self._most:
            self.things.popleft()
            total -= self._sizes.popleft()
        self._size = total

    def put(self, place: int, thing: T, size: int) -> None:
        """Keep another one in the place of one."""
        self.things[place] = thing
        self._size += size - self._sizes[place]
        self._sizes[place] = size
