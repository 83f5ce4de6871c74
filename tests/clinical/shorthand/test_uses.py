"""What was done: techniques, sides, body parts, minutes."""

from __future__ import annotations

from typing import Any

import pytest

from massageplan.clinical.shorthand.note import read_uses
from massageplan.frozen import replace

from .conftest import MAREK, STRANGER, data, pointed

TABLE: list[tuple[str, Any]] = [
    ("QL, lats", ["massage quadratus-lumborum", "massage latissimus-dorsi"]),
    ("QL 10 min", ["massage quadratus-lumborum 10 min"]),
    (
        "petrissage R QL 10 min, mfr TL fascia, heat",
        ["petrissage right quadratus-lumborum 10 min", "myofascial-release thoracolumbar-fascia", "hot-therapy"],
    ),
    ("mfr R ql + lats 10 min", ["myofascial-release right quadratus-lumborum latissimus-dorsi 10 min"]),
    ("mfr glute med pir 10min", ["myofascial-release gluteus-medius piriformis 10 min"]),
    ("pet QL R", ["petrissage right quadratus-lumborum"]),
    ("R QL petrissage 5-10 min", ["petrissage right quadratus-lumborum 5-10 min"]),
    ("tp R pir 90 s (tender, eased)", ["trigger-point-compression right piriformis 90 s (tender, eased)"]),
    ("effl to the bilat calf for 1 h", ["effleurage both calf 1 h"]),
    ("stretch R calf 5'", ["static-stretch right calf 5 min"]),
    ("L5, l4-l5, l4-scar", ["massage l5", "massage l4-l5", "massage l4-scar"]),
    ("lower back", ["massage low-back"]),
    (
        "pet R ql + L lats 10 min (firm)",
        [
            {
                "use": "petrissage",
                "where": ["right quadratus-lumborum", "left latissimus-dorsi"],
                "length": "10 min",
                "note": "firm",
            }
        ],
    ),
    ("as planned", "as planned"),
    ("per plan", "as planned"),
    ("none", "none"),
    ("routine B", "routine b"),
]


@pytest.mark.parametrize(("text", "meant"), TABLE, ids=[text for text, _ in TABLE])
def test_what_was_done_is_understood(text: str, meant: Any) -> None:
    """The same behind `did`, behind `did:`, and at a prompt of its own."""
    assert data(f"did {text}") == {"did": meant}
    assert data(f"did: {text}") == {"did": meant}
    assert read_uses(text, MAREK) == (meant, ())


FAULTS: list[tuple[str, str, str]] = [
    ("qql", "qql", "did you mean ql?"),
    ("QL deep", "deep", "put a remark in round brackets"),
    ("band", "band", ""),
    ("trapezuis", "trapezuis", "did you mean trapezius?"),
    ("frict calf", "frict", "did you mean friction-circular or friction-cross-fibre?"),
    ("pter", "pter", ""),
    ("petrissage R QL, lats", "lats", "put + between the places"),
    ("pet mfr QL", "mfr", "put a comma between techniques"),
    ("pet R L QL", "L", "put + between places of different sides"),
    ("pet R ql + L lats + neck", "pet R ql + L lats + neck", "give each its side"),
    ("heat R", "heat R", "write R ql + lats"),
    ("pet ql +", "pet ql +", "write R ql + lats"),
    ("10 min", "10 min", "write did mfr R ql"),
    ("QL 10", "10", "write 10 min"),
    ("QL 10 min 5 min", "5", "put a comma between techniques"),
    ("QL (a) 10 min", "(a)", "move it to the end"),
    ("QL ()", "()", "move it to the end"),
    ("QL (a", "(", "move it to the end"),
]


@pytest.mark.parametrize(("text", "at", "help"), FAULTS, ids=[text for text, _, _ in FAULTS])
def test_what_is_not_understood_is_pointed_at(text: str, at: str, help: str) -> None:
    """The first place pointed at is the word in question."""
    where, said = pointed(f"did {text}")[0]
    assert where == at
    assert help in (said or "")


def test_the_plan_decides_between_techniques() -> None:
    """`stretch` is the one of the plan, and two for somebody who has no plan yet."""
    assert data("did stretch calf") == {"did": ["static-stretch calf"]}
    assert pointed("did stretch calf", STRANGER) == [("stretch", "did you mean pnf-stretch or static-stretch?")]


def test_the_rest_of_the_line_is_still_read() -> None:
    """One unknown word costs its own part only, and all faults come at once."""
    found, faults = read_uses("pet R QL, zork, ice, blah", MAREK)
    assert found == ["petrissage right quadratus-lumborum", "cold-therapy"]
    assert [fault.column for fault in faults] == [11, 22]


def test_places_of_the_records_are_known() -> None:
    """A scar that was named once in an assessment can be named in a note; a word that is no id cannot."""
    assert data("did l4 scar", replace(MAREK, places=("l4-scar", "Not An Id"))) == {"did": ["massage l4-scar"]}


def test_nothing_typed_is_nothing_read() -> None:
    """Enter at the prompt skips it."""
    assert read_uses("", MAREK) == (None, ())
