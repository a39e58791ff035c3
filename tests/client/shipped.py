"""The scenarios that come with goodpath, each read once in a run of the tests."""

from functools import cache

from goodpath.library import Loaded, load


@cache
def shipped(name: str) -> Loaded:
    """A scenario with its pictures; nobody changes it."""
    return load(name)
