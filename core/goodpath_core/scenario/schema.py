"""The YAML shape of a scenario as strict models, and the JSON Schema that editors complete from.

What stands here is the file as a teacher writes it; `convert` makes the frozen values of `value` from it.
"""

from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from goodpath_core.play.albums import PICTURES_MAX
from goodpath_core.play.debrief import SENTENCES_MAX
from goodpath_core.scenario.choices import Camera, First, PhasePlace, Provenance, Taken
from goodpath_core.scenario.measures import (
    GROUPS_MAX,
    LAST_DAY,
    PROMPTS_MAX,
    QUESTIONS_MAX,
    Amount,
    Ask,
    Briefing,
    MaybePicture,
    MaybePost,
    MaybeSentence,
    Nickname,
    Percent,
    Picture,
    Post,
    Sentence,
    Short,
    Signature,
    Text,
)
from goodpath_core.scenario.scalars import (
    Ago,
    Ahead,
    Clock,
    Day,
    Decimal,
    Key,
    Keys,
    Lines,
    Number,
    Swaps,
    Switch,
    Tags,
    Whole,
)

ACTIONS = ("notice", "say", "whisper", "visitors", "room", "phone", "narrate", "move")
"""What the script can make happen; each is a key of an inject or of one line of its `do`."""


class Shape(BaseModel):
    """What all parts of the file have in common: nothing unknown, nothing guessed."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class NameShape(Shape):
    """How a persona is written and said, for readers who know no Chinese as well."""

    pinyin: Short = Field(description="the name in pinyin, family name first")
    characters: Short = Field(description="the name in Chinese characters")
    say: Short = Field(description='how to read it aloud, such as "pahn yoo-ting"')


class PhoneShape(Shape):
    """The device a persona starts with; what `rules` leaves off does not run down."""

    model: Short = Field(description='as people would say it, such as "799-yuan Android"')
    camera: Camera = Field(description="none, poor or good")
    plan_mb: Amount = Field(description="data left this month, in megabytes")
    battery: Percent = Field(description="charge at the start, in percent")
    balance_yuan: Amount = Field(description="money on the phone account")


class PersonaShape(Shape):
    """A role of the cast: who somebody is offline, and with what page they start."""

    name: NameShape = Field(description="pinyin, characters and how to say it")
    age: Whole = Field(ge=18, le=99, description="years; everybody who is played is grown up")
    home: Sentence = Field(description="where this persona comes from")
    work: Sentence = Field(description="what this persona does all day")
    lives: Key = Field(description="the key of a house")
    room: Text = Field(description="the room: one burden, one comfort, one thing chosen by the dweller")
    room_picture: MaybePicture = Field("", description="file name under pictures/")
    phone: PhoneShape = Field(description="the device at the start")
    dream: Sentence = Field(description="what this persona hopes for")
    keeps_quiet: Sentence = Field(description="what this persona tells nobody")
    wants_today: Lines = Field(min_length=1, max_length=5, description="one to five small wishes for today")
    ties: dict[Key, Short] = Field({}, description='other personas, such as "chunmei: daughter of"')
    number: Number = Field(description="an invented number of five to ten digits")
    nickname: Nickname = Field("", description="net name")
    signature: Signature = Field("", description="line of mood")
    decks: Keys | None = Field(None, description="keys of decks; all of them if left out")


class HouseShape(Shape):
    """Where personas live together: they hear each other and share the sockets."""

    name: Short = Field(description="as people say it")
    sockets: Whole = Field(ge=0, le=99, description="how many phones can charge at once")


class NpcShape(Shape):
    """A voice that nobody plays; the script and the teacher speak with it."""

    name: Short = Field(description="as shown beside a line")
    about: Sentence = Field(description="who this is, for the teacher")


class GroupShape(Shape):
    """A group chat at the start: one in each cell, or one for the whole town."""

    name: Short = Field(description="name of the group")
    owner: Key = Field(description="key of a persona or NPC")
    members: Keys = Field(min_length=1, description='keys of personas, or "everybody"')
    notice: MaybeSentence = Field("", description="what stands above its lines")
    town: Switch = Field(False, description="on for the one group that spans all cells")


class CardShape(Shape):
    """A described picture; provenance and place are for its owner and the review only."""

    title: Short = Field(description="name of the picture")
    description: Sentence = Field(description="one line that says what is seen")
    genre: Short = Field(description="kind of picture, such as street or quotation")
    tags: Tags = Field([], max_length=8, description="style tags, such as cool, modern, village")
    provenance: Provenance = Field(
        description="whose it is: own, edited, or collected, which is somebody else's"
    )
    taken: Taken = Field(description="where it was taken; web for what was taken from there")
    picture: Picture = Field(description="file name under pictures/")


class DeckShape(Shape):
    """A stack of cards that personas may choose their pictures from."""

    name: Short = Field(description="as shown above the pictures")
    cards: Keys = Field(min_length=1, description="keys of cards")


class CommentShape(Shape):
    """A word under a back-dated post."""

    by: Key = Field(description="key of a persona or NPC")
    text: Post = Field(description="the comment")


class BeforeShape(Shape):
    """One thing that happened before play: a post with its likes and words, or a line in a group."""

    at: Ago = Field(description='how long before the start, such as "-3d"')
    by: Key = Field(description="key of a persona or NPC")
    post: Post | None = Field(None, description="a status post on the own page")
    card: Key | None = Field(None, description="the card shown with it")
    likes: Keys = Field([], description="keys of personas who liked the post")
    comments: list[CommentShape] = Field([], description="what was said under the post")
    group: Key | None = Field(None, description="the group a line was said in")
    say: Sentence | None = Field(None, description="the line said in that group")

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        if self.post is not None and (self.group is None and self.say is None):
            return self
        if self.post is None and self.group is not None and self.say is not None:
            if not self.likes and not self.comments:
                return self
            raise _error("expected likes and comments only with a post, not with a line in a group")
        raise _error('expected either "post", or "group" and "say"')


class NoticeShape(Shape):
    """A group's notice changes."""

    group: Key = Field(description="key of a group")
    text: Sentence = Field(description="the new notice")
    by: Key | None = Field(
        None, description="key of an NPC; if left out, the owner where that is an NPC, else the narrator"
    )


class SayShape(Shape):
    """A voice of the script says a line in a group."""

    group: Key = Field(description="key of a group")
    by: Key = Field(description="key of an NPC; no script speaks for a persona")
    text: Sentence = Field(description="the line")


class WhisperShape(Shape):
    """An NPC writes to one persona, where nobody else reads it."""

    to: Key = Field(description="key of a persona")
    by: Key = Field(description="key of an NPC")
    text: Sentence = Field(description="the line")


class VisitorsShape(Shape):
    """People from outside the cast look at a page, like what is newest, and one leaves a word."""

    pages: Keys = Field(min_length=1, description="keys of personas; one who is played is drawn by lot")
    by: Key | None = Field(None, description="key of an NPC; nameless strangers if left out")
    count: Whole = Field(ge=1, le=999, description="how many visit, the NPC among them")
    likes: Whole = Field(0, ge=0, le=999, description="how many of them like the newest picture")
    comment: MaybePost = Field("", description="the word one leaves")


class RoomShape(Shape):
    """The rooms of some personas are described anew."""

    who: Keys = Field(min_length=1, description='keys of personas, or "everybody"')
    text: Text = Field(description="the room as it is now")


class PhoneChangeShape(Shape):
    """Something happens to the phones of some personas; what is left out stays as it is."""

    who: Keys = Field(min_length=1, description='keys of personas, or "everybody"')
    battery: Percent | None = Field(None, description="charge, in percent")
    balance_yuan: Amount | None = Field(None, description="money on the phone account")
    data_mb: Amount | None = Field(None, description="data left, in megabytes")
    model: Short | None = Field(None, description="the new device")
    camera: Camera | None = Field(None, description="none, poor or good")
    text: MaybeSentence = Field("", description="what the owner is told")


class NarrateShape(Shape):
    """The narrator tells everybody, or some personas, something."""

    to: Keys = Field([], description="keys of personas; everybody if left out")
    text: Text = Field(description="what the narrator says")


class MoveShape(Shape):
    """Some personas are moved and held at a place; `free` puts them on the phone and lets them choose."""

    who: Keys = Field(min_length=1, description='keys of personas, or "everybody"')
    place: PhasePlace = Field(description="room, phone, shift or free")
    text: Sentence = Field(description="what they are told")


class StepShape(Shape):
    """One thing the script makes happen; exactly one of the keys is there."""

    notice: NoticeShape | None = Field(None, description="a group's notice changes")
    say: SayShape | None = Field(None, description="a line in a group")
    whisper: WhisperShape | None = Field(None, description="a private line to one persona")
    visitors: VisitorsShape | None = Field(None, description="strangers look at a page")
    room: RoomShape | None = Field(None, description="the rooms of some change")
    phone: PhoneChangeShape | None = Field(None, description="the phones of some change")
    narrate: NarrateShape | None = Field(None, description="the narrator speaks")
    move: MoveShape | None = Field(None, description="some are moved to a place")

    def list_actions(self) -> list[str]:
        """Which of the keys are there."""
        return [name for name in ACTIONS if getattr(self, name) is not None]

    @model_validator(mode="after")
    def _has_what_it_needs(self) -> Self:
        if len(self.list_actions()) != 1:
            raise _error(f"expected exactly one of {', '.join(ACTIONS)}")
        return self


class WhenShape(Shape):
    """What an inject waits for: something done for the first time in its phase, in each cell apart."""

    first: First = Field(description="what is done for the first time in this phase, where others can see it")
    by: Key | None = Field(None, description="key of a persona; anybody if left out")


class InjectShape(StepShape):
    """Something the script makes happen in each cell: at a time of the phase, or after a deed."""

    key: Key | None = Field(None, description="a short name for the teacher's list")
    at: Ahead | None = Field(None, description="how long after the phase began")
    before_end: Ahead | None = Field(None, description="how much of the phase is left")
    when: WhenShape | None = Field(None, description="what it waits for")
    after: Ahead | None = Field(None, description="how long after that")
    do: list[StepShape] = Field([], description="several things, in this order")

    @model_validator(mode="after")
    def _has_what_it_needs(self) -> Self:
        if [self.at, self.before_end, self.when].count(None) != 2:
            raise _error('expected exactly one of "at", "before_end" and "when"')
        if self.after is not None and self.when is None:
            raise _error('expected "after" only together with "when"')
        if len(self.list_actions()) + bool(self.do) != 1:
            raise _error(f'expected exactly one of {", ".join(ACTIONS)}, or a list of them under "do"')
        return self


class WorldShape(Shape):
    """The world time of a phase: its day, its beginning, and how fast it runs."""

    day: Whole = Field(0, ge=0, le=LAST_DAY, description="days after the date of the scenario")
    from_: Clock = Field(alias="from", description="time of day when the phase begins")
    speed: Decimal = Field(gt=0, le=10_000, description="world seconds in one second of play")


class AllowShape(Shape):
    """What is open in a phase; what is left out is closed."""

    chat: Switch = Field(False, description="groups and private chat")
    page: Switch = Field(False, description="editing the own page")
    visit: Switch = Field(False, description="looking at other pages, liking, commenting, reposting")
    pictures: Whole = Field(0, ge=0, le=PICTURES_MAX, description="how many pictures the page may hold")
    swaps: Swaps = Field(-1, le=999, description='how many pictures may be exchanged, or "any"')


class PhaseShape(Shape):
    """A stretch of the session with its own world time, places and rules."""

    name: Short = Field(description="as shown to everybody")
    lasts: Annotated[Ahead, Field(ge=10, le=21_600)] = Field(description='length of play, such as "12m"')
    world: WorldShape = Field(description="world time of day and its speed")
    place: PhasePlace = Field(description="room, phone, shift, or free to choose")
    places: dict[Key, PhasePlace] = Field({}, description="personas who are elsewhere")
    current: Switch = Field(True, description="does current come out of the sockets?")
    ask: Ask = Field(description="what everybody is asked to do")
    prompts: Lines = Field([], max_length=PROMPTS_MAX, description="questions shown beside the play")
    allow: AllowShape = Field(description="what is open: chat, page, visit, pictures, swaps")
    injects: list[InjectShape] = Field([], description="what the script makes happen")


class BriefingShape(Shape):
    """What everybody reads before the first phase."""

    text: Briefing = Field(description="what everybody reads first")
    do: Lines = Field(min_length=1, max_length=PROMPTS_MAX, description="what to do")
    dont: Lines = Field(
        min_length=1,
        max_length=PROMPTS_MAX,
        description="what not to do, each without its no: it is read behind the words Do not",
    )


class DebriefShape(Shape):
    """How the class leaves the roles, and what it argues about then."""

    lasts: Ahead = Field(description="at least 15 % of the minutes")
    questions: Lines = Field(
        min_length=1, max_length=QUESTIONS_MAX, description="what the class argues about"
    )
    step_out: Tags = Field(
        min_length=1, max_length=SENTENCES_MAX, description="sentences each completes to leave the role"
    )


class RulesShape(Shape):
    """Which scarcities are counted; all three must be said, so that none comes as a surprise."""

    battery: Switch = Field(description="do batteries run down?")
    data: Switch = Field(description="does data run out?")
    money: Switch = Field(description="does money count?")


class SourceShape(Shape):
    """One thing the scenario rests on, and where a reader can look it up."""

    what: Sentence = Field(description="what rests on it")
    source: Sentence = Field(description="where it was read")


class ScenarioShape(Shape):
    """Everything a session of goodpath is played from."""

    model_config = ConfigDict(title="goodpath scenario")

    title: Short = Field(description="name of the scenario")
    minutes: Whole = Field(ge=5, le=600, description="the whole time in class, briefing and debrief included")
    players: Whole = Field(1, ge=1, le=40, description="how many personas must be played at least")
    about: Text = Field(description="one or two sentences for the list of scenarios")
    date: Day = Field(description="world date of the first day")
    rules: RulesShape = Field(description="which scarcities are on: battery, data, money")
    briefing: BriefingShape = Field(description="what everybody reads before the first phase")
    houses: dict[Key, HouseShape] = Field(min_length=1, description="where people live together")
    npcs: dict[Key, NpcShape] = Field({}, description="voices that nobody plays")
    personas: dict[Key, PersonaShape] = Field(min_length=1, max_length=40, description="the cast")
    groups: dict[Key, GroupShape] = Field({}, max_length=GROUPS_MAX, description="group chats at the start")
    skins: dict[Key, Short] = Field({}, description="colour dresses for pages")
    cards: dict[Key, CardShape] = Field({}, description="described pictures")
    decks: dict[Key, DeckShape] = Field({}, description="the pictures a persona may choose from")
    before: list[BeforeShape] = Field([], description="back-dated life, so that no town is empty")
    phases: list[PhaseShape] = Field(min_length=1, description="stretches of the session, in order")
    debrief: DebriefShape = Field(description="how the class leaves the roles and what it argues about")
    sources: list[SourceShape] = Field(min_length=1, description="what rests on what")


def json_schema() -> dict[str, Any]:
    """The JSON Schema of `scenario.yaml`, for editors."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **ScenarioShape.model_json_schema()}


def _error(text: str) -> PydanticCustomError:
    return PydanticCustomError("expected", "{text}", {"text": text})
