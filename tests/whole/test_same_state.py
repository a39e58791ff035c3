"""Events are the state: whatever happens, and however often one is cut off, a copy is as if just fetched."""

import asyncio
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from soaks.copies import live, some_steps

EXAMPLES = 200


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.integers(0, 2**32))
def test_a_copy_carried_on_is_a_copy_freshly_fetched(seed: int) -> None:
    assert asyncio.run(live(some_steps(random.Random(seed)))) == []
