"""A line of a draft changed key by key, by a person who is played."""

from __future__ import annotations

import pytest

from ask.conftest import Types
from ask.drafted import BRIDGE, LIFT, PRESS, WHY, plan_of, review
from massageplan.ask.parts import Part, as_plan, parts_of
from massageplan.ask.review import go_through
from massageplan.clinical.drafting.base import Draft, Line
from massageplan.schema.gate import Schemas


def test_a_target_is_changed_and_it_is_noted_who_changed_it(schemas: Schemas, types: Types) -> None:
    """The reasons of the draft stay, and behind them what the therapist made of it; twice changed is noted once."""
    said = types("c", "to 7", "", "c", "to 6", "", "", "")
    parts, _ = go_through(parts_of((LIFT,)), review(schemas))
    (goal,) = plan_of(parts)["goals"]
    assert goal["to"] == "6"
    assert goal["because"] == [*LIFT.reasons, "changed by the therapist (to 8 -> 6)"]
    assert "    to: 8" in said


def test_a_change_taken_back_leaves_no_trace(schemas: Schemas, types: Types) -> None:
    """By typing the old value, or by `<`."""
    types("c", "to 7", "to 8", "", "c", "to 5", "<", "", "")
    parts, _ = go_through(parts_of((LIFT,)), review(schemas))
    assert plan_of(parts) == Draft((LIFT,)).as_plan()


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("wrods 7", "There is no key wrods here; did you mean words?"),
        ("from", ""),
        ("id", "id"),
        ("by sometime soon", "by"),
        ("because I say so", "The reasons stay as they are"),
        ("side middle", "left"),
        ("note", "cannot be taken out. It is not there."),
        ("-5", "There is no key -5 here"),
    ],
)
def test_a_change_that_makes_no_sense_gets_a_sentence(schemas: Schemas, types: Types, typed: str, says: str) -> None:
    """And the line stays as it was; `from` alone is good: it may be left out."""
    said = types("c", typed, "", "", "")
    parts, _ = go_through(parts_of((LIFT,)), review(schemas))
    (goal,) = plan_of(parts)["goals"]
    if typed == "from":
        assert "from" not in goal
    else:
        assert goal == LIFT.value
        assert says in " ".join(line.strip() for line in said)


def test_a_key_that_was_not_there_is_added_and_several_are_parted(schemas: Schemas, types: Types) -> None:
    """A semicolon parts them where there may be several."""
    types("c", "pressure light", "where left quadratus-lumborum; right gluteus-medius", "", "", "")
    parts, _ = go_through(parts_of((PRESS,)), review(schemas))
    (use,) = plan_of(parts)["techniques"]
    assert use["pressure"] == "light"
    assert use["where"] == ["left quadratus-lumborum", "right gluteus-medius"]
    assert "where" in use["because"][-1]


def test_a_text_is_changed_line_by_line(schemas: Schemas, types: Types) -> None:
    """A number and what the line is to say; a number alone takes it out, one more adds a line."""
    said = types("c", "2", "2 It is safe.", "x", "9 y", "", "", "")
    parts, _ = go_through(parts_of((WHY,)), review(schemas))
    plan = plan_of(parts)
    assert plan["why"] == "Your back is stiff.\nIt is safe."
    assert plan["because"][-1] == "changed by the therapist"
    assert " ".join(" ".join(said).split()).count("Begin with the number of a line: 1 to 2, or 3 for a new one") == 2


def test_looking_at_a_text_changes_nothing(schemas: Schemas, types: Types) -> None:
    """Not even the line break at its end."""
    line = Line("why", "Stiff is safe.\n", WHY.because)
    types("c", "", "", "")
    parts, _ = go_through(parts_of((line,)), review(schemas))
    assert plan_of(parts) == Draft((line,)).as_plan()


def test_a_fault_names_the_key_and_no_place_in_a_list(schemas: Schemas, types: Types) -> None:
    """The fourth line of homework is not called homework 1."""
    said = types("c", "often whenever", "", "")
    go_through(parts_of((BRIDGE,)), review(schemas))
    assert "often is not written in a way that can be read." in " ".join(" ".join(said).split())
    assert not any("homework 1" in each for each in said)


def test_an_example_is_cut_between_words(schemas: Schemas, types: Types) -> None:
    long = Line("advice", {"say": "Worse with sitting long: find how much is too much."}, LIFT.because)
    said = types("c", "", "", "")
    go_through(parts_of((long,)), review(schemas))
    assert "Such as: say Worse with sitting long: find how ... >" in " ".join(" ".join(said).split())


def test_lines_of_a_text_are_numbered_and_one_more_may_be_added(schemas: Schemas, types: Types) -> None:
    said = types("c", "9 x", "3 And a third.", "", "", "")
    parts, _ = go_through(parts_of((WHY,)), review(schemas))
    assert "Begin with the number of a line: 1 to 2, or 3 for a new one behind them." in " ".join(
        " ".join(said).split()
    )
    assert plan_of(parts)["why"] == f"{WHY.item}\nAnd a third."


def test_a_change_that_drops_all_its_techniques_says_that_it_has_none() -> None:
    """Else those in force would go on; what was told why stands under what is left out, by its id and place."""
    in_one = Part(Line("techniques", "petrissage right lumbar 10 min", ()), "dropped", "sore")
    change = {"changed-because": "sore"}
    assert as_plan((in_one,), change) == {
        **change,
        "techniques": "none",
        "withheld": [{"what": "petrissage", "why": "sore", "where": "right lumbar"}],
    }
    assert "techniques" not in as_plan((in_one,), {})
    assert as_plan((Part(PRESS),), {**change, "techniques": "none"})["techniques"] == [PRESS.value]
