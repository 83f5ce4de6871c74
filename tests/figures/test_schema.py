"""The schema of an exercise lists the very keys and choices that a figure is read with."""

from __future__ import annotations

from typing import Any

import pytest

from massageplan.figures import reading
from massageplan.figures.bases import BASES
from massageplan.figures.vocabulary import CROPS, LAYOUTS, MARKS, MOVES, PLURALS
from massageplan.schema.gate import Schemas, admit
from massageplan.store import resources
from massageplan.text.reader import parse

SCHEMAS = Schemas(resources.schema)
DEFS: dict[str, Any] = SCHEMAS.schema("library/exercise")["$defs"]
POSE, FIGURE = DEFS["pose"]["properties"], DEFS["figure"]["properties"]

EXERCISE = """\
en: {{reviewed: false, name: Wave, do: [Wave.]}}
group: mobility
regions: [shoulder]
dose: {{reps: 10, source: house-rules, verified: false}}
scope: remedial-exercise
figure: {figure}
sources: [house-rules]
"""


def found(figure: str) -> list[tuple[str, int, int, str | None]]:
    """Name, line, column and help of what the schema finds."""
    document = parse("library/exercises/wave.yaml", EXERCISE.format(figure=figure).encode()).document
    assert document is not None
    return [(f.name, f.span.line, f.span.column, f.help) for f in admit(SCHEMAS, "library/exercise", document)[1]]


def test_keys_and_choices_are_those_of_the_reader() -> None:
    assert set(FIGURE) == set(reading.FIGURE_KEYS)
    assert set(POSE) == {*reading.POSE_KEYS, *reading._pose_keys()}
    assert tuple(FIGURE["base"]["enum"]) == tuple(POSE["base"]["enum"]) == tuple(BASES)
    assert tuple(FIGURE["layout"]["enum"]) == LAYOUTS
    assert tuple(FIGURE["crop"]["enum"]) == CROPS
    assert tuple(POSE["mark"]["enum"]) == MARKS


@pytest.mark.parametrize("joint", MOVES)
def test_the_description_of_a_joint_names_its_words(joint: str) -> None:
    keys = [joint, *(f"{joint}.{side}" for side in ("left", "right")), *(k for k, v in PLURALS.items() if v == joint)]
    for key in set(keys) & set(POSE):
        assert ", ".join(MOVES[joint]) in POSE[key]["description"], key


@pytest.mark.parametrize("figure", [DEFS["figure"]["examples"][0], *DEFS["pose"]["examples"]])
def test_examples_can_be_read(figure: dict[str, Any]) -> None:
    whole = figure if "base" in figure else {"base": "supine", "pose": figure}
    assert reading.read(whole).flaws == ()


@pytest.mark.parametrize(
    ("figure", "finding"),
    [
        ("none", None),
        ("{base: standing, poze: {}}", ("unknown-key", 6, 26, "did you mean pose?")),
        ("{base: seated, pose: {knes: flex 3}}", ("unknown-key", 6, 31, "did you mean knees?")),
        ("{base: seated, poses: {start: {hip.rihgt: flex 3}}}", ("unknown-key", 6, 40, "did you mean hip.right?")),
        ("{base: sitting}", ("unknown-choice", 6, 16, None)),
        ("{base: standin}", ("unknown-choice", 6, 16, "did you mean standing?")),
        ("{base: seated, pose: {knees: [flex 3]}}", ("wrong-shape", 6, 38, None)),
    ],
)
def test_a_slip_is_told_at_its_key(figure: str, finding: tuple[str, int, int, str | None] | None) -> None:
    told = found(figure)
    if finding is None:
        assert told == []
        return
    (name, line, column, help) = told[0]
    assert (len(told), name, line, column) == (1, *finding[:3])
    if finding[3]:
        assert help == finding[3]
