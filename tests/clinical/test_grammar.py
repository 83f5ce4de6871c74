"""The grammar of one figure holds for any text: what is put together comes apart, and nothing else can happen."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from massageplan.clinical.value import Value
from massageplan.clinical.values import MAX_TEXT, read
from massageplan.frozen import replace

DIGITS = st.integers(0, 10**6).map(str) | st.from_regex(r"[0-9]{1,6}\.[0-9]{1,4}", fullmatch=True)
SIGNED = st.tuples(st.sampled_from(["", "-"]), DIGITS).map("".join)
UNITS = st.sampled_from([None, "deg", "cm", "mmHg", "kg/cm2", "%", "bpm", "points"])
NOTES = st.none() | st.text(st.characters(blacklist_characters="()", blacklist_categories=["Cs"]), min_size=1).filter(
    lambda note: " -> " not in f" ({note})"
)
VERDICTS = st.sampled_from([None, "positive", "negative"])


def amount(head: str, kind: str, **said: Any) -> tuple[str, Value]:
    """The spelling of an amount and the value it is to give."""
    return head, Value("", kind, **said)  # type: ignore[arg-type]


def exact(text: str) -> dict[str, float]:
    """The three numbers of an exact figure."""
    return {"number": float(text), "low": float(text), "high": float(text)}


def numeral(text: str) -> Value:
    """A bare number."""
    return Value(text, "number", **exact(text))  # type: ignore[arg-type]


AMOUNTS = st.one_of(
    st.builds(lambda n: amount(n, "number", **exact(n)), SIGNED),
    st.builds(
        lambda n, step, over: amount(
            f"{n}{step}" + (f"/{over}" if over else ""), "grade", **exact(str(n)), step=step, over=over
        ),
        st.integers(0, 99), st.sampled_from("+-"), st.none() | st.integers(1, 99),
    ),
    st.builds(lambda n, over: amount(f"{n}/{over}", "ratio", **exact(n), over=float(over)), DIGITS, DIGITS),
    st.builds(
        lambda a, b, over: amount(f"{a}-{b}/{over}", "ratio", low=float(a), high=float(b), over=float(over)),
        DIGITS, DIGITS, DIGITS,
    ),
    st.builds(lambda a, b: amount(f"{a}-{b}", "range", low=float(a), high=float(b)), DIGITS, DIGITS),
    st.builds(lambda a, b: amount(f"{a} to {b}", "range", low=float(a), high=float(b)), SIGNED, SIGNED),
    st.builds(
        lambda w, n: amount(
            f"{w} {n}", "bound", step=w, **({"high": float(n)} if w in ("under", "at most") else {"low": float(n)})
        ),
        st.sampled_from(["under", "over", "at least", "at most"]), SIGNED,
    ),
    st.builds(
        lambda n, w, s: amount(f"{n} {w} {s}", "stat", **exact(n), step=w, parts=(numeral(s),)),
        SIGNED, st.sampled_from(["sd", "se", "±"]), DIGITS,
    ),
    st.builds(
        lambda n, w, a, b: amount(f"{n} {w} {a} to {b}", "stat", **exact(n), step=w, parts=(numeral(a), numeral(b))),
        SIGNED, st.sampled_from(["iqr", "ci"]), SIGNED, SIGNED,
    ),
)  # fmt: skip


@st.composite
def figures(draw: st.DrawFn) -> tuple[str, Value]:
    """A figure put together from parts, and the value that has those parts."""
    head, value = draw(AMOUNTS)
    unit, verdict, note, about = draw(UNITS), draw(VERDICTS), draw(NOTES), draw(st.booleans())
    text = head + (f" {unit}" if unit else "") + (f" {verdict}" if verdict else "")
    way = draw(st.sampled_from([None, "up", "down"])) if not about else None
    text = f"{way} {text}" if way else f"about {text}" if about else text
    text += f" ({note})" if note is not None else ""
    said = replace(value, text=text, unit=unit, verdict=verdict, note=note, about=about)
    return text, replace(said, kind="change", step=way) if way else said


@settings(max_examples=400, deadline=None)
@given(figures())
def test_a_figure_put_together_comes_apart(figure: tuple[str, Value]) -> None:
    """Amount, unit, verdict, note and approximation are those that were written."""
    text, value = figure
    assert read(text) == value


@settings(max_examples=200, deadline=None)
@given(figures(), figures())
def test_a_pair_put_together_comes_apart(before: tuple[str, Value], after: tuple[str, Value]) -> None:
    """Likewise before and after."""
    value = read(f"{before[0]} -> {after[0]}")
    assert value.kind == "pair"
    assert value.parts == (before[1], after[1])


@settings(max_examples=500, deadline=None)
@given(st.text() | st.text("0123456789 .,:/-+<>~()%aboutperweckhmdsl", max_size=20))
def test_any_text_is_a_value(text: str) -> None:
    """Reading never fails, keeps the text, and reads the same with blanks around it."""
    value = read(text)
    assert value.text == text
    assert replace(read(f" {text} "), text=text) == value
    assert value.kind != "words" or (value.number is None and value.low is None and value.high is None)


@pytest.mark.parametrize(
    "piece", ["9", "-", "1-", "1/", " ", "(", ") (", "a ", "1 to ", "at most ", "1 h ", "~", "-> "]
)
def test_time_is_linear(piece: str) -> None:
    """Five hundred characters are read in no time, and longer texts are words."""
    begun = time.perf_counter()
    for n in range(20):
        read(f"{n} " + (piece * MAX_TEXT)[: MAX_TEXT - 3])
    assert time.perf_counter() - begun < 0.5
    assert read("9 " * MAX_TEXT).kind == "words"
