"""Whatever is typed: no crash, faults inside the line, and data that a session may hold."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from massageplan.clinical.shorthand.known import Known
from massageplan.clinical.shorthand.note import Fault, read_done, read_figures, read_note, read_uses

from .conftest import DATA, MAREK, SCHEMAS, STRANGER, with_phrases

WORDS = sorted(
    {
        word.strip()
        for section in ("heads", "attended", "measures", "movements", "techniques", "places")
        for id, listed in DATA[section].items()
        for word in (id, *(listed or "").split(","))
    }
)
BITS = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(["L", "R", "b", "6>4", "55", "4/7", "3+/5", "10 min", ";", ",", "+", "(a)", "(", '"', ":", "?", ">",
                     "n", "did", "hw", "said:", "next:", "str", "psfs", "psfs/a", "lift", "null", "~", "\n", "\x00",
                     "bridge", "usual", "q", "loop", "not done", "up", "neg", "17:30", "%", "-", "é", "\u2028", "İ"]),
    st.text(max_size=6),
)  # fmt: skip
LINES = st.lists(st.tuples(BITS, st.sampled_from(["", " ", "; ", ", "])), max_size=25).map(
    lambda pairs: "".join(bit + gap for bit, gap in pairs)
)
HOUSE = with_phrases(MAREK, usual="did pet both ql; adverse: none", q="quadratus-lumborum", loop="loop; q, q 5 (")


def inside(line: str, faults: tuple[Fault, ...]) -> None:
    """Every fault has columns within the line and a sentence."""
    for fault in faults:
        assert 1 <= fault.column < fault.end_column <= len(line) + 1
        assert fault.message.endswith(".")


@settings(max_examples=400, deadline=None)
@given(LINES, st.sampled_from([MAREK, STRANGER, HOUSE]))
def test_any_line_is_data_or_faults(line: str, known: Known) -> None:
    """Never an exception, and never a record that the gate would refuse."""
    note = read_note(line, known)
    inside(line, note.faults)
    if not note.faults:
        assert SCHEMAS.fits("session", {"date": "2026-11-30", **note.data})


@settings(max_examples=200, deadline=None)
@given(LINES)
def test_any_single_answer_is_a_value_or_faults(text: str) -> None:
    """The prompts promise the same."""
    for key, read in (("measures", read_figures), ("did", read_uses), ("homework-done", read_done)):
        value, faults = read(text, HOUSE)
        inside(text, faults)
        if value is not None and not faults:
            assert SCHEMAS.fits("session", {"date": "2026-11-30", key: value})
        assert value is not None or faults or not text.replace(",", " ").replace(";", " ").strip()


def test_reading_again_gives_the_same() -> None:
    """Nothing is remembered between two notes."""
    for line in ("n 6>4; rot L 55", "did zork; hw 4"):
        assert read_note(line, MAREK) == read_note(line, MAREK)


def test_the_longest_lines_end_soon() -> None:
    """Ten thousand characters of anything, and five hundred pieces."""
    lines = [
        "n 4 " * 2500, "did " + "zork " * 2000, "did " + "ql, " * 2500, "(" * 10_000, '"' * 10_000, "a:" * 5000,
        "said: " + '" a' * 3300, "n 6>4;" * 500, "zork;" * 500, "hw " + "bridge 3/7," * 900, "rot L 5 " * 1250,
        "n " + "not " * 2500, "up " * 3300, "n 4" + ">4" * 4900, "n " + "9" * 9990, "- " * 5000, "usual;" * 500,
    ]  # fmt: skip
    for line in lines:
        start = time.perf_counter()
        note = read_note(line, HOUSE)
        assert time.perf_counter() - start < 2
        inside(line, note.faults)
