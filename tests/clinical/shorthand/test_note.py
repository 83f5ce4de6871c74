"""The whole line: its pieces, its heads, and what does not go together."""

from __future__ import annotations

from typing import Any

import pytest

from massageplan.clinical.shorthand.note import MAX_LENGTH, read_note
from massageplan.clinical.shorthand.sheet import MAX_PIECES, ORDER

from .conftest import MAREK, SCHEMAS, data, pointed, with_phrases


def test_one_line_is_a_whole_session() -> None:
    """What is typed between two clients becomes a record."""
    assert data("n 6>4; rot L 55>68; did QL, lats; hw 4/7; next: review goal 1") == {
        "measures": {"pain": "6 -> 4", "rom": {"cervical-rotation": {"left": "55 -> 68"}}},
        "did": ["massage quadratus-lumborum", "massage latissimus-dorsi"],
        "homework-done": "4/7",
        "next": "review goal 1",
    }


TABLE: list[tuple[str, dict[str, Any]]] = [
    ("said: Slept through twice.", {"said": "Slept through twice."}),
    ('said: "It caught; once"; next: rest', {"said": "It caught; once", "next": "rest"}),
    ('said: he says "a; b" now', {"said": 'he says "a; b" now'}),
    ('said: 5" taller; next: 3" more', {"said": '5" taller', "next": '3" more'}),
    ("said: will it come back?", {"said": "will it come back?"}),
    ("next time: heat: lumbar", {"next": "heat: lumbar"}),
    ("next retest", {"next": "retest"}),
    ("60 min", {"length": "60 min"}),
    ("min 60", {"length": "60 min"}),
    ("1h30", {"length": "1 h 30 min"}),
    ("at 17:30", {"start": "17:30"}),
    ("start 5:30 PM", {"start": "5:30 pm"}),
    ("where: at home", {"where": "at home"}),
    ("visit 3", {"visit": "3"}),
    ("late", {"attended": "late"}),
    ("left early", {"attended": "left-early"}),
    ("No show", {"attended": "missed"}),
    ("cancelled late; said: bus", {"attended": "cancelled-late", "said": "bus"}),
    ("we cancelled", {"attended": "we-cancelled"}),
    ("present mother", {"present": "mother"}),
    ("fee 110 CAD paid", {"fee": "110 CAD paid"}),
    ("gave handout", {"gave": "handout"}),
    ("products almond oil, tape", {"products": ["almond oil", "tape"]}),
    ("consented R glutes", {"consented": "right gluteal"}),
    ("consented gluteal R, chest", {"consented": ["right gluteal", "chest"]}),
    ("adv none", {"adverse": "none"}),
    ("adverse: not asked", {"adverse": "not asked"}),
    ("adverse: bruise on the hip", {"adverse": [{"what": "bruise on the hip"}]}),
    ("hx no change", {"history": "no change"}),
    ("decision continue", {"decision": "continue"}),
    ("decision ref; because: new tingle", {"decision": "refer", "because": "new tingle"}),
    ("resp: looser\ntaught: hinge, squat", {"response": "looser", "taught": "hinge, squat"}),
    ("note: ask; comfort: warm; position: side", {"positioning": "side", "comfort": "warm", "note": "ask"}),
    (" ; ;; ", {}),
    ("", {}),
]


@pytest.mark.parametrize(("line", "meant"), TABLE, ids=[line for line, _ in TABLE])
def test_a_piece_is_understood(line: str, meant: dict[str, Any]) -> None:
    """Each head writes its key of the session."""
    assert data(line) == meant


FAULTS: list[tuple[str, list[tuple[str, str | None]]]] = [
    ("sad: slept", [("sad:", "did you mean said?")]),
    ("misssed", [("misssed", "did you mean missed?")]),
    ("zork", [("zork", "begin with said:, did, hw or next:, or the name of a figure")]),
    ("did QL; did neck", [("did", "keep one of the two, or join them")]),
    ("60 min; min 30", [("min", "keep one of the two, or join them")]),
    ("late; left early", [("left early", "keep one of the two, or join them")]),
    ("min 30; 60 min", [("60 min", "keep one of the two, or join them")]),
    ("late by bus", [("by bus", "put a semicolon, and what more there is behind said:, next: or note:")]),
    ("missed; did QL", [("did", "delete this piece, or the word for how it was kept")]),
    ("decision change", [("decision", "add because: and the reason")]),
    ("decision no", [("no", "did you mean continue, change, refer or discharge?")]),
    ("said:", [("said", "write it, or leave the piece out")]),
    ("said: null", [("null", "write it, or leave the piece out")]),
    ('said: ""', [('""', "write it, or leave the piece out")]),
    ('said: "a; next: b', [('"', 'put a " behind the text')]),
    ("at home", [("home", "write 17:30 or 5:30 pm; a place stands behind where:")]),
    ("at 13:00 pm", [("13:00 pm", "write 17:30 or 5:30 pm; a place stands behind where:")]),
    ("min long", [("long", "write 60 min or 1 h 30 min")]),
    ("min 60 min 5", [("60 min 5", "write 60 min or 1 h 30 min")]),
    ("visit last", [("last", "write visit 3")]),
    ("hx new pill", [("new pill", "use mplan session for changes")]),
    ("adverse: ~", [("~", "write it, or leave the piece out")]),
    ("products ~", [("~", "write it, or leave the piece out")]),
    ("consented R", [("R", "write consented right gluteal")]),
    ("consented chest hip", [("hip", "put a comma between two of them")]),
    ("consented zork", [("zork", "add it to phrases: in practice.yaml")]),
    ("consented teres", [("teres", "did you mean teres-major or teres-minor?")]),
    ("said: a\x00b", [("\x00", "delete it")]),
]


@pytest.mark.parametrize(("line", "expected"), FAULTS, ids=[repr(line) for line, _ in FAULTS])
def test_a_piece_that_cannot_be_used_is_pointed_at(line: str, expected: list[tuple[str, str | None]]) -> None:
    """Where it stands and what to type instead."""
    assert pointed(line) == expected


def test_a_message_never_repeats_what_was_typed() -> None:
    """What a client said may stand in a wrong place, and must not travel into a log from there."""
    for fault in read_note("Zebra walked; did zebra; hw zebra 4/7; n zebra; zebra 4; visit zebra", MAREK).faults:
        assert "zebra" not in f"{fault.message} {fault.help}".lower()


def test_all_faults_come_at_once_and_the_rest_is_read() -> None:
    """Three slips are mended in one go."""
    note = read_note("n 6-4; did zork, QL; hw 9; next: rest", MAREK)
    assert [fault.column for fault in note.faults] == [3, 12, 25]
    assert note.data == {"did": ["massage quadratus-lumborum"], "next": "rest"}


def test_keys_come_in_the_order_of_the_schema() -> None:
    """However they were typed, the record reads like every other."""
    assert list(data("next: b; did QL; said: a; n 4; late; visit 2")) == [
        "visit", "attended", "said", "measures", "did", "next",
    ]  # fmt: skip
    assert [key for key in SCHEMAS.schema("session")["properties"] if key in ORDER] == list(ORDER)


def test_far_too_much_is_refused_at_once() -> None:
    """A whole letter pasted by mistake is no note."""
    note = read_note("x" * (MAX_LENGTH + 1), MAREK)
    assert note.data == {}
    assert [fault.column for fault in note.faults] == [MAX_LENGTH + 1]
    assert "1000 pieces" in read_note("n 4;" * (MAX_PIECES + 1), MAREK).faults[-1].message
    assert len(read_note("\x00" * 100, MAREK).faults) == 20


PHRASES = {
    "usual": "did petrissage both lumbar 20 min; adverse: none",
    "q": "quadratus-lumborum",
    "q2": "R QL 5 min, ice",
    "crot": "cerv rot",
    "same": "Same again, with a retest.",
    "bad": "zork 5",
    "heat": "no-such-thing",
    "ns": "missed",
    "empty": " ",
    "broken": None,
}
HOUSE = with_phrases(MAREK, **PHRASES)


def test_a_phrase_is_a_word_a_part_or_whole_pieces() -> None:
    """The practice's own short words."""
    assert data("usual; n 4", HOUSE) == {
        "measures": {"pain": "4"},
        "did": ["petrissage both lumbar 20 min"],
        "adverse": "none",
    }
    assert data("did pet R q + lats, ice", HOUSE)["did"][0] == "petrissage right quadratus-lumborum latissimus-dorsi"
    assert data("did q2, effl back", HOUSE)["did"][1:] == ["cold-therapy", "effleurage back"]
    assert data("crot L 50", HOUSE) == {"measures": {"rom": {"cervical-rotation": {"left": "50"}}}}
    assert data("NS", HOUSE) == {"attended": "missed"}


def test_a_phrase_of_free_text_stands_alone() -> None:
    """Within a longer text it is a word like any other."""
    assert data("next: same", HOUSE) == {"next": "Same again, with a retest."}
    assert data("next: same time", HOUSE) == {"next": "same time"}
    assert data("next: q", HOUSE) == {"next": "q"}


def test_a_phrase_that_is_not_understood_is_pointed_at_where_it_was_typed() -> None:
    """The fault names the phrase, as that is what has to be mended."""
    fault = read_note("n 4; bad", HOUSE).faults[0]
    assert (fault.column, fault.end_column) == (6, 9)
    assert "your phrase bad" in fault.message
    fault = read_note("did pet QL, heat", HOUSE).faults[0]
    assert (fault.column, fault.end_column) == (13, 17)
    assert fault.message == "Your phrase heat stands for nothing that can be used here."
    assert pointed("q", HOUSE)[0][0] == "q"
    assert pointed("heat 5", HOUSE) == [("heat", "mend it under phrases: in practice.yaml")]


def test_phrases_win_over_built_in_words() -> None:
    """A practice may mean something else by `lats`."""
    known = with_phrases(MAREK, lats="lateral-pterygoid", n="tingling")
    assert data("did lats; n 4", known) == {"measures": {"tingling": "4"}, "did": ["massage lateral-pterygoid"]}


def test_a_phrase_never_unfolds_itself() -> None:
    """One that names itself ends like any other word that nothing knows."""
    known = with_phrases(MAREK, a="b; a", b="a")
    assert {where for where, _ in pointed("a", known)} == {"a"}
