"""Figures in a note: which measure, which side, before and after."""

from __future__ import annotations

from typing import Any

import pytest

from massageplan.clinical.shorthand.note import read_figures
from massageplan.frozen import replace

from .conftest import MAREK, STRANGER, measures, pointed

TABLE: list[tuple[str, dict[str, Any]]] = [
    # before and after
    ("n 6>4", {"pain": "6 -> 4"}),
    ("n 6->4", {"pain": "6 -> 4"}),
    ("n 6 → 4", {"pain": "6 -> 4"}),
    ("pain: 6 > 4", {"pain": "6 -> 4"}),
    ("pain:6>4", {"pain": "6 -> 4"}),
    ("NRS about 6 > 4", {"pain": "about 6 -> 4"}),
    ("n not done", {"pain": "not done"}),
    ("n better", {"pain": "better"}),
    ("n up 2", {"pain": "up 2"}),
    ("n at most 3", {"pain": "at most 3"}),
    ("n <5", {"pain": "<5"}),
    ("n -1 to 2", {"pain": "-1 to 2"}),
    # sides
    ("rot L 55>68", {"rom": {"cervical-rotation": {"left": "55 -> 68"}}}),
    ("rot L 55>68 R 70", {"rom": {"cervical-rotation": {"left": "55 -> 68", "right": "70"}}}),
    ("rot R 70; rot L 55", {"rom": {"cervical-rotation": {"left": "55", "right": "70"}}}),
    ("rot L 55, R 70, flex 40", {"rom": {"cervical-rotation": {"left": "55", "right": "70"}, "lumbar-flexion": "40"}}),
    ("L rot 55", {"rom": {"cervical-rotation": {"left": "55"}}}),
    ("cerv rot bilat 60 deg", {"rom": {"cervical-rotation": {"both": "60 deg"}}}),
    ("rot L not done R 70", {"rom": {"cervical-rotation": {"left": "not done", "right": "70"}}}),
    ("slr L 75 neg R 50 pos", {"rom": {"straight-leg-raise": {"left": "75 negative", "right": "50 positive"}}}),
    ("slr R neg", {"rom": {"straight-leg-raise": {"right": "negative"}}}),
    ("slr R 50 (pull, low)", {"rom": {"straight-leg-raise": {"right": "50 (pull, low)"}}}),
    ("slr R 50(pull)", {"rom": {"straight-leg-raise": {"right": "50 (pull)"}}}),
    # scores, symptoms, what the client wants to do
    ("rmdq 11/24", {"rmdq": "11/24"}),
    ("tingling 2", {"tingling": "2"}),
    ("ting 2", {"tingling": "2"}),
    ("psfs lift-crate 3, drive 5", {"psfs": {"lift-crate": "3", "drive-home": "5"}}),
    ("lift 3", {"psfs": {"lift-crate": "3"}}),
    ("psfs/run-ten 5", {"psfs": {"run-ten": "5"}}),
    ("heel raises L 24", {"count": {"heel-raises": {"left": "24"}}}),
    ("worst 4", {"pain": {"lumbar/worst": "4"}}),
    ("n worst 6; n 4", {"pain/lumbar/worst": "6", "pain": "4"}),
    ("lumbar 4", {"pain": {"lumbar": "4"}}),
    ("pain/hip 4", {"pain": {"hip": "4"}}),
    ("n 1,5", {"pain": "1,5"}),
    ("reflex achilles B 2+", {"reflex": {"achilles": {"both": "2+"}}}),
    # movements
    ("lat flex L 20", {"rom": {"lumbar-lateral-flexion": {"left": "20"}}}),
    ("cerv sb L 30", {"rom": {"cervical-lateral-flexion": {"left": "30"}}}),
    ("hip ext R 10", {"rom": {"hip-extension": {"right": "10"}}}),
    ("hip er R 40", {"rom": {"hip-external-rotation": {"right": "40"}}}),
    ("rom/hip-flexion R 100", {"rom": {"hip-flexion": {"right": "100"}}}),
    ("straight leg 70", {"rom": {"straight-leg-raise": "70"}}),
    # strength
    ("hip abd str L 4+/5 R 3+/5", {"strength": {"hip-abduction": {"left": "4+/5", "right": "3+/5"}}}),
    ("mmt abd L 5/5", {"strength": {"hip-abduction": {"left": "5/5"}}}),
    ("knee ext str R 4/5", {"strength": {"knee-extension": {"right": "4/5"}}}),
    ("strength/knee-flexion R 4/5", {"strength": {"knee-flexion": {"right": "4/5"}}}),
]


@pytest.mark.parametrize(("line", "meant"), TABLE, ids=[line for line, _ in TABLE])
def test_a_figure_is_understood(line: str, meant: dict[str, Any]) -> None:
    """As a therapist writes it on the way to the next client."""
    assert measures(line) == meant


FAULTS: list[tuple[str, str, str | None]] = [
    ("n >5", ">5", "write over 5"),
    ("n >= 5", ">= 5", "write at least 5"),
    ("n 6-4", "6-4", "did you mean 6 > 4, before and after? A range is 4-6"),
    ("n 9-3/10", "9-3/10", "write the lower figure first"),
    ("n 6>5>4", "6>5>4", "write 6>4"),
    ("n 6>", "6>", "write 6>4"),
    ("n 6?", "6?", "give the figure; a remark goes in brackets behind it"),
    ("n 4 kgs", "4 kgs", "did you mean kg?"),
    ("n 6>4 QL", "6>4 QL", "begin a new part with a comma, or put a remark in round brackets"),
    ("n 6 4", "6 4", "give the figure; a remark goes in brackets behind it"),
    ("n normal", "normal", "give the figure; a remark goes in brackets behind it"),
    ("n 6>4 L", "L", "the side stands before it: rot L 55"),
    ("n 6, R", "R", "write rot L 55"),
    ("7", "7", "put the name first: n 6>4, rot L 55"),
    ("R 7", "7", "put the name first: n 6>4, rot L 55"),
    ("n", "n", "write what was measured and its figure: n 6>4"),
    ("n 5; n 4", "4", "keep one of the two"),
    ("rot 5; rot L 4", "L 4", "keep one of the two"),
    ("rot B 5 L 4", "L 4", "keep one of the two"),
    ("hip abd L 4+/5", "4+/5", "write str before it"),
    ("hip abd L 3/5>4/5", "3/5>4/5", "write str before it"),
    ("psfs run 5", "psfs run", "a new item is written with a slash: psfs/run-ten"),
    ("back 3", "back", "say what was measured there: n 4, or lumbar flex 40"),
    ("rotashun 5", "rotashun", "write it in full, or add it to phrases:"),
    ("slrr 5", "slrr", "did you mean slr?"),
    ("achilles 2+", "achilles", "say what was measured there: n 4, or lumbar flex 40"),
    ("str 5/5", "str", None),
    ("zork/zork 5", "zork/zork", "write it in full, or add it to phrases:"),
    ("strength/zork 5", "strength/zork", None),
    ("psfs/words 5", "psfs/words", None),
    ("zork/a/b 5", "zork/a/b", "write it in full, or add it to phrases:"),
]


@pytest.mark.parametrize(("line", "at", "help"), FAULTS, ids=[line for line, _, _ in FAULTS])
def test_a_doubtful_figure_is_pointed_at(line: str, at: str, help: str | None) -> None:
    """At its very characters, with what to type instead."""
    found = pointed(line)
    assert [where for where, _ in found] == [at]
    if help is not None:
        assert found[0][1] == help


def test_a_body_part_alone_is_no_measure() -> None:
    """`neck 4` is probably pain, and is never taken for a turn of 4 degrees."""
    for line in ("neck 4", "hip 30", "back 3", "head 4", "hand 3", "toe 5", "leg 4"):
        assert len(pointed(line, STRANGER)) == 1


def test_part_of_a_name_is_not_enough_for_a_questionnaire() -> None:
    """`sleep 6` are hours or a score, and nobody but the therapist knows."""
    for line in ("sleep 6", "change 3", "days 3", "stand 30"):
        assert len(pointed(line, STRANGER)) == 1
    assert measures("single leg R 20 s", STRANGER) == {"single-leg-stance": {"right": "20 s"}}


def test_what_the_client_has_decides_between_movements() -> None:
    """`rot` is the neck for Marek, and could be any joint for a stranger."""
    assert "cervical-rotation" in measures("rot L 55")["rom"]
    (where, help), *more = pointed("rot L 55", STRANGER)
    assert (where, more) == ("rot", [])
    assert help == (
        "did you mean cervical-flexion-rotation, cervical-rotation, hip-external-rotation, hip-internal-rotation,"
        " lumbar-rotation or another?"
    )


def test_two_activities_with_one_word_are_both_named() -> None:
    """Nothing is chosen between lifting a crate and lifting a child."""
    known = replace(MAREK, addresses=("psfs/lift-crate", "psfs/lift-child"))
    assert pointed("lift 3", known) == [("lift", "did you mean psfs/lift-child or psfs/lift-crate?")]
    assert pointed("psfs lift 3", known) == [("psfs lift", "did you mean psfs/lift-child or psfs/lift-crate?")]
    assert pointed("calf 3", replace(MAREK, addresses=("pain/calf/now", "tingling/calf/now")))


def test_two_movements_in_use_that_fit_are_both_named() -> None:
    """Where neck and back both turn, `rot` is neither."""
    known = replace(MAREK, addresses=("rom/cervical-rotation", "rom/lumbar-rotation"))
    assert pointed("rot L 3", known) == [("rot", "did you mean cervical-rotation or lumbar-rotation?")]
    strong = replace(MAREK, addresses=("strength/hip-abduction", "strength/shoulder-abduction"))
    assert pointed("abd str L 5/5", strong) == [
        ("abd str", "did you mean strength/hip-abduction or strength/shoulder-abduction?")
    ]
    assert pointed("hip str L 5/5", strong)[0][0] == "hip str"


def test_the_first_activity_needs_no_slash() -> None:
    """Where none is there yet, none can be confused with it."""
    assert measures("psfs lift crate 3", STRANGER) == {"psfs": {"lift-crate": "3"}}
    assert pointed("psfs words 3", STRANGER)[0][0] == "psfs words"


def test_a_rating_is_of_what_the_client_has() -> None:
    """`n` is the headache of somebody who has headaches and no pain; `pain` is always pain."""
    known = replace(STRANGER, symptoms=("headache",))
    assert measures("n 6>4", known) == {"headache": "6 -> 4"}
    assert measures("pain 6", known) == {"pain": "6"}
    both = replace(STRANGER, symptoms=("headache", "dizziness"))
    assert pointed("n 6", both) == [("n", "did you mean headache or dizziness?")]


def test_figures_of_one_prompt_are_read_alone() -> None:
    """The prompt for figures understands what the line does, and nothing else."""
    assert read_figures("n 6>4, rot L 55>68", MAREK) == (
        {"pain": "6 -> 4", "rom": {"cervical-rotation": {"left": "55 -> 68"}}},
        (),
    )
    assert read_figures("n 6; flex 40", MAREK)[0] == {"pain": "6", "rom": {"lumbar-flexion": "40"}}
    assert read_figures("  ", MAREK) == (None, ())
    found, faults = read_figures("did QL", MAREK)
    assert found is None
    assert len(faults) == 1


def test_an_address_that_no_record_could_hold_is_not_used() -> None:
    """What the records name is looked at before it is written back."""
    known = replace(STRANGER, addresses=("Psfs/Lift", "psfs/words", "value/x", "psfs/lift-crate"))
    assert measures("lift 3", known) == {"psfs": {"lift-crate": "3"}}


def test_a_figure_as_long_as_a_letter_is_none() -> None:
    """A remark in brackets has an end."""
    assert pointed(f"n 6 ({'long ' * 120})")[0][1] == "remarks stand in round brackets behind the figure"
