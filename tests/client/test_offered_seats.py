"""Which seat a key of the joining form takes, while others come and go on the same computer."""

from goodpath_client.offered_seats import free_seats, no_offers, renew_offers
from goodpath_client.seats import KnownSeat

ANN, BEN, CEM = (KnownSeat(name, False, name) for name in ("Ann", "Ben", "Cem"))


def test_the_newest_seats_are_offered_as_far_as_there_are_keys() -> None:
    assert renew_offers(no_offers(2), (ANN, BEN, CEM)) == (ANN, BEN)
    assert renew_offers(no_offers(2), (ANN,)) == (ANN, None)


def test_a_seat_stays_under_its_key_whoever_came_last() -> None:
    assert renew_offers((ANN, BEN, None), (CEM, BEN, ANN)) == (ANN, BEN, CEM)
    assert renew_offers((ANN,), (CEM, ANN)) == (ANN,)


def test_a_seat_that_is_played_in_another_window_is_offered_to_nobody() -> None:
    played = BEN._replace(live=True)
    assert renew_offers(no_offers(2), (ANN, played, CEM)) == (ANN, CEM)
    assert renew_offers((ANN, BEN), (ANN, played)) == (ANN, None)
    assert free_seats((ANN, played, CEM)) == [ANN, CEM]


def test_a_key_whose_seat_is_gone_does_nothing_before_it_gets_another() -> None:
    once = renew_offers((ANN, BEN), (CEM, BEN))
    assert once == (None, BEN)
    assert renew_offers(once, (CEM, BEN)) == (CEM, BEN)


def test_another_seat_of_the_same_name_is_another_seat() -> None:
    assert renew_offers((ANN,), (ANN._replace(token="later"),)) == (None,)
