"""Offer the seats kept on this machine that nobody plays, each under a key that stays its own."""

from collections.abc import Sequence

from goodpath_client.seats import KnownSeat

Offers = tuple[KnownSeat | None, ...]
"""A seat for each key, in the order of the keys; None for a key that does nothing."""


def no_offers(keys: int) -> Offers:
    """Nothing is offered yet under so many keys."""
    return (None,) * keys


def free_seats(known: Sequence[KnownSeat]) -> list[KnownSeat]:
    """Those that no window plays at the moment, in the same order."""
    return [one for one in known if not one.live]


def renew_offers(shown: Offers, known: Sequence[KnownSeat]) -> Offers:
    """What to show in place of `shown` now that these seats are `known`, newest first.

    A seat that is played in another window is offered to nobody: its student is there, and needs no key.
    A seat stays under its key, so that no key means somebody else just as it is pressed. A key whose seat is
    gone does nothing first; only the next time another seat gets it.
    """
    free = free_seats(known)
    now = {one.token: one for one in free}
    held = {one.token for one in shown if one}
    fresh = iter([one for one in free if one.token not in held])
    return tuple(now.get(one.token) if one else next(fresh, None) for one in shown)
