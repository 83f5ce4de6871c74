"""What is said of ten finished courses and more."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from massageplan.clinical.own_courses import FEWEST, Outcome, Verdict, said


def made(word: Verdict, visit: int | None = None, presentation: str = "neck-pain") -> Outcome:
    """One outcome."""
    return Outcome(presentation, presentation.replace("-", " "), word, "psfs/look", visit=visit)


FOURTEEN = [
    *(made("better", visit) for visit in (3, 4, 4, 5, 5, 5, 6, 6, 8)),
    *(made("no clear change") for _ in range(4)),
    made("worse"),
]


def test_fourteen_courses_make_a_sentence() -> None:
    """And a doubt beside it."""
    assert said(FOURTEEN) == (
        "Of your last 14 finished courses with neck pain: 9 clearly better, 4 no clear change, 1 worse; "
        "median visit at which it was clear: 5.",
        "Nobody in it went without treatment, so how many would have become better anyway is not known.",
    )


def test_below_ten_nothing_is_said() -> None:
    """Of each picture by itself."""
    assert FEWEST == 10
    assert said(FOURTEEN[:9]) == ()
    assert said([*FOURTEEN[:9], made("better", 4, "knee-oa")]) == ()
    assert len(said(FOURTEEN[:10])) == 2


def test_what_cannot_be_told_is_said_too() -> None:
    """A practice that does not measure sees that; nobody better, no median."""
    (sentence, _) = said([made("cannot be told")] * 9 + [made("worse")])
    assert sentence == (
        "Of your last 10 finished courses with neck pain: 0 clearly better, 0 no clear change, 1 worse, "
        "9 cannot be told."
    )


@given(st.permutations(FOURTEEN))
def test_the_order_of_courses_does_not_matter(outcomes: list[Outcome]) -> None:
    """Counting does not ask who came first."""
    assert said(outcomes) == said(FOURTEEN)
