"""What holds of every score, whatever was answered."""

from __future__ import annotations

from math import isfinite
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from massageplan.clinical.scoring import misfits, score
from massageplan.clinical.scoring_flaws import flaws

from .test_scoring import INSTRUMENTS, MANY, entry


def answers_of(id: str, gaps: bool) -> st.SearchStrategy[list[str | None]]:
    """Answers that fit a form, with gaps or without."""
    items = entry(id)["items"]
    steps = items.get("allowed") or [str(n) for n in range(int(items["min"]), int(items["max"]) + 1)]
    count = int(items.get("components") or items["count"])
    one = st.sampled_from([*steps, None] if gaps else steps)
    return st.lists(one, min_size=count, max_size=count)


@given(st.data(), st.sampled_from(MANY))
def test_a_total_stays_within_its_range(data: st.DataObject, id: str) -> None:
    """With gaps too: there is a total inside the range, or a reason, never both."""
    found = score(entry(id), data.draw(answers_of(id, gaps=True)))
    if found.total is None:
        assert found.why_none
    else:
        assert found.why_none is None
        assert float(entry(id)["range"]["min"]) <= found.total <= float(entry(id)["range"]["max"]) + 1e-9


@given(st.data(), st.sampled_from([id for id in MANY if id not in ("rmdq", "pss10", "pss4")]))
def test_a_gap_never_counts_as_zero(data: st.DataObject, id: str) -> None:
    """With one and the same answer everywhere else, a form with gaps has the total of a full one, or none."""
    full = data.draw(answers_of(id, gaps=False))
    same = [full[0]] * len(full)
    gaps = data.draw(st.lists(st.booleans(), min_size=len(full), max_size=len(full)))
    gappy = score(entry(id), [None if gap else answer for gap, answer in zip(gaps, same, strict=True)])
    assert gappy.total is None or gappy.total == score(entry(id), same).total


@given(st.lists(st.sampled_from(["0", "1", None]), min_size=24, max_size=24))
def test_an_unticked_statement_of_the_back_form_counts_nothing(ticks: list[str | None]) -> None:
    """The total is the number of ticks, whatever stands in the other places."""
    assert score(entry("rmdq"), ticks).total == ticks.count("1")


@given(st.data(), st.sampled_from(["pss10", "pss4"]))
def test_turning_an_answer_of_a_reversed_item_moves_the_total_the_other_way(data: st.DataObject, id: str) -> None:
    """One step up in a turned item is one point less, in any other one point more."""
    answers = data.draw(answers_of(id, gaps=False))
    n = data.draw(st.integers(0, len(answers) - 1))
    at = answers[n]
    assume(at is not None and at != "4")
    more = [str(int(str(at)) + 1) if k == n else a for k, a in enumerate(answers)]
    one, other = score(entry(id), answers).total, score(entry(id), more).total
    assert one is not None
    assert other is not None
    assert other - one == (-1 if str(n + 1) in entry(id)["items"]["reversed"] else 1)


@given(st.lists(st.one_of(st.none(), st.text(max_size=8)), max_size=12), st.sampled_from(INSTRUMENTS))
def test_no_answers_at_all_can_break_a_rule(answers: list[str | None], id: str) -> None:
    """Whatever stands in a form, there is a total or a reason."""
    found = score(entry(id), answers)
    assert (found.total is None) == bool(found.why_none)


ODD = st.sampled_from(["0", "1", "3", "-2", "0.5", "100", "9" * 15, "9" * 300, "1." + "0" * 300, "8" * 5000])
WHOLE = st.sampled_from(["1", "2", "3", "7", "9" * 15, "9" * 300, "8" * 5000])
METHODS = st.sampled_from(
    ["single", "sum", "mean", "mean-of-subscales", "mean-transform", "percent", "components", "lookup", "utility"]
)


def some(**keys: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A block of an entry in which each of these keys may stand."""
    return st.fixed_dictionaries({}, optional={key.replace("_", "-"): value for key, value in keys.items()})


def block(**keys: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A block with two ends, and other keys that may stand there."""
    return st.builds(lambda low, high, more: {"min": low, "max": high, **more}, ODD, ODD, some(**keys))


def items() -> st.SearchStrategy[dict[str, Any]]:
    """Items of a form, reversed ones and such as it does not have among them."""
    more = block(min_count=WHOLE, max_count=WHOLE, components=WHOLE, reversed=st.lists(WHOLE, min_size=1, max_size=2))
    return st.builds(lambda count, rest: {"count": count, **rest}, WHOLE, more)


def scoring() -> st.SearchStrategy[dict[str, Any]]:
    """A rule, with everything that makes it count in a further way."""
    row = st.fixed_dictionaries({"raw": WHOLE, "score": ODD}, optional={"error": ODD})
    norm = st.fixed_dictionaries({"ages": st.sampled_from(["0-99", "9-" + "9" * 5000]), "mean": ODD})
    more = some(
        percent=st.just("true"), second=st.sampled_from(["sum", "mean", "percent"]), min_answered=WHOLE,
        missing=st.sampled_from(["refuse", "leave-out", "average", "zero"]), per_days=WHOLE, min_days=WHOLE,
        lookup=st.lists(row, min_size=1, max_size=2), decimals=st.sampled_from(["0", "4"]),
        norms=st.builds(lambda row: {"below": "low", "by-age": [row]}, norm),
        groups=st.lists(st.fixed_dictionaries({"label": st.just("some"), "from": ODD, "to": ODD}), max_size=1),
    )  # fmt: skip
    return st.builds(lambda method, rest: {"method": method, **rest}, METHODS, more)


ENTRIES = st.fixed_dictionaries(
    {"range": block(), "scoring": scoring()},
    optional={
        "items": items(),
        "parts": st.dictionaries(
            st.just("day"), block(items=WHOLE, which=st.lists(WHOLE, min_size=1, max_size=3)), min_size=1
        ),
        "bands": st.lists(st.fixed_dictionaries({"low": ODD, "high": ODD, "label": st.just("mild")}), max_size=2),
    },
)


@given(
    ENTRIES, st.lists(st.one_of(st.none(), ODD), max_size=4), st.sampled_from([{}, {"age": 40}, {"days-recorded": "0"}])
)
def test_no_entry_of_a_practice_can_break_a_score(entry: Any, answers: list[str | None], extra: dict[str, Any]) -> None:
    """Whatever numbers the schema lets through, there is a finite total or a sentence that says why not."""
    found = score(entry, answers, extra)
    assert (found.total is None) == bool(found.why_none)
    assert isfinite(found.total or 0)
    assert (found.why_none or ".").endswith(".")
    assert bool(flaws(entry)) <= bool(misfits(entry, answers))


FORM: dict[str, Any] = {
    "range": {"min": "0", "max": "8"},
    "items": {"count": "4", "min": "0", "max": "2"},
    "scoring": {"method": "sum"},
}


@pytest.mark.parametrize(
    ("changed", "path", "why"),
    [
        ({"items": {"count": "4", "min": "2", "max": "0"}}, ("items", "min"), "Its answers run from 2 down to 0."),
        ({"parts": {"day": {"min": "4", "max": "0"}}}, ("parts", "day", "min"), "Its part day runs from 4 down to 0."),
        ({"items": {**FORM["items"], "min-count": "5"}}, ("items", "min-count"),
         "It takes 5 answers or more, but 4 at most."),
        ({"items": {**FORM["items"], "reversed": ["4", "5"]}}, ("items", "reversed", 1),
         "Item 5 is reversed, but the form ends with item 4."),
        ({"parts": {"day": {"min": "0", "max": "4", "items": "6"}}}, ("parts", "day", "items"),
         "Its part day has 6 items, but the form ends with item 4."),
        ({"bands": [{"low": "0", "high": "9" * 300, "label": "mild"}]}, ("bands", 0, "high"),
         "A number in its entry is longer than 15 digits."),
    ],
)  # fmt: skip
def test_a_flaw_points_at_its_number(changed: dict[str, Any], path: Any, why: str) -> None:
    """Where it stands in the entry, down to the item of a list."""
    assert [(flaw.path, flaw.message) for flaw in flaws({**FORM, **changed})] == [(path, why)]


@pytest.mark.parametrize("id", INSTRUMENTS)
def test_no_built_in_instrument_is_impossible(id: str) -> None:
    """Neither the form with components nor the one whose rule is not known."""
    assert flaws(entry(id)) == []
