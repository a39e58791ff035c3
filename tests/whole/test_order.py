"""One order for everybody: many senders, pipelined lines, and joins in the middle of it all."""

from pathlib import Path

from soaks.cuts import cuts
from soaks.joins import joins
from soaks.order import order


async def test_thirty_senders_in_five_rooms_are_heard_in_one_order_by_all(tmp_path: Path) -> None:
    assert (await order(tmp_path, senders=30, lines=8)).faults == []


async def test_a_hundred_lines_sent_without_waiting_keep_their_order_over_a_cut(tmp_path: Path) -> None:
    assert (await cuts(tmp_path, runs=10)).faults == []


async def test_whoever_joins_in_the_middle_finds_no_seam_between_history_and_news(tmp_path: Path) -> None:
    assert (await joins(tmp_path, joins=80)).faults == []
