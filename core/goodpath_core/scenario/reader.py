"""Reads a scenario from YAML text, or tells everything that is wrong with it."""

import re
from collections.abc import Callable, Collection, Iterable

from pydantic import ValidationError

from goodpath_core.errors import Problem, ScenarioProblems
from goodpath_core.scenario.chances import CHANCES
from goodpath_core.scenario.complaints import list_complaints
from goodpath_core.scenario.convert import convert
from goodpath_core.scenario.likeness import check_likeness
from goodpath_core.scenario.limits import MOST_TOLD
from goodpath_core.scenario.losses import find_losses
from goodpath_core.scenario.references import check_pictures, check_references
from goodpath_core.scenario.scalars import shorten
from goodpath_core.scenario.schema import ScenarioShape
from goodpath_core.scenario.sense import SENSE
from goodpath_core.scenario.syntax import parse_yaml
from goodpath_core.scenario.tree import Complaint, Mapping, Mark, Node, to_plain
from goodpath_core.scenario.value import Scenario
from goodpath_core.text import clean_line

_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_NOWHERE = Mark(0, 0)
_CHECKS: tuple[Callable[[Node], Iterable[Complaint]], ...] = (*SENSE, *CHANCES, check_likeness)
"""What the parts must be to each other."""


def read(text: str, *, key: str, file: str = "scenario.yaml", pictures: Collection[str]) -> Scenario:
    """The scenario that `text` holds.

    `key` is the name of its folder, `file` the name shown in problems, `pictures` the file names that exist
    in its folder of pictures. Raises ScenarioProblems with everything that is wrong, sorted by line.
    """
    complaints: list[Complaint] = []
    if not _KEY.fullmatch(key):
        name = shorten(key)
        complaints.append(
            (_NOWHERE, f'the folder "{name}" needs a name of small letters, digits and hyphens')
        )
    root, refused = parse_yaml(text)
    complaints += refused
    shape: ScenarioShape | None = None
    if isinstance(root, Mapping):
        shape, found = _check(root, pictures)
        # What was refused already needs no second complaint at the same place.
        places = {mark for mark, _ in refused}
        complaints += [complaint for complaint in found if complaint[0] not in places]
    elif not complaints:
        complaints.append((Mark(1, 1), 'expected several "key: value" lines, beginning with "title: ..."'))
    if complaints or shape is None:
        told = _cut(sorted(set(complaints)))
        raise ScenarioProblems(_place(file, told), stopped=root is None and bool(refused))
    return convert(shape, key=key, text=text)


def list_doubts(text: str, *, file: str) -> list[Problem]:
    """Where the text may say something else than was meant, sorted by line; `read` takes all of it.

    Empty for what is no scenario at all, which `read` refuses.
    """
    root, _ = parse_yaml(text)
    found = find_losses(root) if root is not None else []
    return _place(file, [(mark, f"is this meant? {words}") for mark, words in found])


def _place(file: str, complaints: list[Complaint]) -> list[Problem]:
    # The words quote the file in many ways; cleaned here, none of them can be forgotten.
    return [
        Problem(clean_line(file), mark.line, mark.column, clean_line(words)) for mark, words in complaints
    ]


def _cut(complaints: list[Complaint]) -> list[Complaint]:
    """As many as people mend at once; a last line says that there are more."""
    told = complaints[:MOST_TOLD]
    if len(complaints) > MOST_TOLD:
        last = Mark(told[-1][0].line + 1, 0)
        told.append((last, f"more than {MOST_TOLD} problems are in this file; mend the ones above first"))
    return told


def _check(root: Node, pictures: Collection[str]) -> tuple[ScenarioShape | None, list[Complaint]]:
    shape: ScenarioShape | None = None
    complaints: list[Complaint] = []
    try:
        shape = ScenarioShape.model_validate(to_plain(root))
    except ValidationError as error:
        complaints += list_complaints(error, root)
    # Who has so much to mend already is not helped by what the slower checks would add.
    if len(complaints) <= MOST_TOLD:
        complaints += [*check_references(root), *check_pictures(root, pictures)]
        complaints += [complaint for check in _CHECKS for complaint in check(root)]
    return shape, complaints
