"""What holds of every score, whatever was answered."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from massageplan.clinical.scoring import score

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
