"""Says how much each part of a scenario may hold: as much as commands, screens and a class can take."""

from typing import Annotated

from pydantic import Field

from goodpath_core.scenario.scalars import SENTENCE_LIMIT, TAG_LIMIT, Block, Line, MaybeLine, MaybeName, Whole
from goodpath_core.text import NAME_LIMIT, POST_LIMIT, SIGNATURE_LIMIT
from goodpath_core.wire.limits import PICTURE_CHARACTERS

GROUPS_MAX = 12
"""Group chats in one cell: as many as a list shows at once, and the state of a class has room for."""
QUESTIONS_MAX = 20
"""Questions for the debrief, of which a class argues about a few."""
PROMPTS_MAX = 12
"""Questions beside the play, and pieces of advice in the briefing: they stand in a narrow column."""
LAST_DAY = 999
"""The last day on which a phase can begin, counted from the date of the scenario."""

Percent = Annotated[Whole, Field(ge=0, le=100)]
Amount = Annotated[Whole, Field(ge=0, le=100_000)]
Short = Annotated[Line, Field(max_length=TAG_LIMIT)]
Sentence = Annotated[Line, Field(max_length=SENTENCE_LIMIT)]
MaybeSentence = Annotated[MaybeLine, Field(max_length=SENTENCE_LIMIT)]
Post = Annotated[Line, Field(max_length=POST_LIMIT)]
Ask = Annotated[Block, Field(max_length=SENTENCE_LIMIT)]
Text = Annotated[Block, Field(max_length=2_000)]
Briefing = Annotated[Block, Field(max_length=4_000)]
MaybePost = Annotated[MaybeLine, Field(max_length=POST_LIMIT)]
Nickname = Annotated[MaybeName, Field(max_length=NAME_LIMIT)]
Signature = Annotated[MaybeLine, Field(max_length=SIGNATURE_LIMIT)]
Picture = Annotated[Line, Field(max_length=PICTURE_CHARACTERS)]
MaybePicture = Annotated[MaybeLine, Field(max_length=PICTURE_CHARACTERS)]
