"""What entries name exists, and what is not verified says so wherever an entry is shown."""

from __future__ import annotations

from functools import cache

import pytest

from massageplan.library.catalogue import KINDS, Item, Library
from massageplan.library.links import LINKS, links
from massageplan.schema.gate import Schemas
from massageplan.store import resources
from massageplan.workflows.entries import as_text

COUNTS = {
    "exercise": 109, "movement": 58, "instrument": 33, "technique": 37, "muscle": 80, "region": 16,
    "presentation": 21, "screening": 92, "block": 24, "dosing": 68, "adherence": 26, "rule": 45, "jurisdiction": 7,
    "source": 381,
}  # fmt: skip


@cache
def library() -> Library:
    """The built-in library."""
    return Library(Schemas(resources.schema), resources.BuiltIn())


def entries(kind: str) -> list[Item]:
    """All entries of a kind."""
    found = [library().item(kind, id) for id in sorted(library().ids(kind))]
    return [item for item in found if item is not None]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_of_the_library_is_lost(kind: str) -> None:
    """Each kind has its entries, and each of them can be read."""
    assert len(entries(kind)) == len(library().ids(kind)) == COUNTS[kind]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "source"])
def test_every_id_that_an_entry_names_is_an_entry(kind: str) -> None:
    """Sources at any depth, and the kinds of `LINKS`."""
    named = [(item.id, target, id) for item in entries(kind) for _, target, id in links(kind, item.data)]
    assert [each for each in named if not library().has(each[1], each[2])] == []
    assert {target for _, target, _ in named} >= {"source"}


@pytest.mark.parametrize("kind", LINKS)
def test_each_link_is_used(kind: str) -> None:
    """A path that no entry has would check nothing."""
    found = {
        tuple(step for step in path if isinstance(step, str))
        for item in entries(kind)
        for path, _, _ in links(kind, item.data)
    }
    assert {tuple(path.split("/")) for path in LINKS[kind]} <= found


def unverified(node: object) -> int:
    """How many blocks of an entry say that they were not seen in their source."""
    if isinstance(node, dict):
        return (node.get("verified") == "false") + sum(map(unverified, node.values()))
    return sum(map(unverified, node)) if isinstance(node, list) else 0


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "source"])
def test_what_is_not_verified_says_so_where_it_is_shown(kind: str) -> None:
    """As often as the entry says it; and every source that stands in brackets is listed below."""
    for item in entries(kind):
        text = as_text(library(), item)
        assert text.count("NOT VERIFIED") == unverified(item.data), item.id
        cited = {id for _, target, id in links(kind, item.data) if target == "source"}
        assert all(f"] {id}: " in text for id in cited), item.id
        assert ("(wording not reviewed by a person yet)" in text) == (item.data["en"]["reviewed"] == "false")


def test_a_figure_stands_with_its_source_and_whether_it_was_seen() -> None:
    """The AAOS figure of neck rotation was seen, that of Neumann was not."""
    item = library().item("movement", "cervical-rotation")
    assert item is not None
    lines = as_text(library(), item).splitlines()
    assert "  - authority AAOS, value 60  [2][3] seen in the source" in lines
    assert "  - authority Neumann, low 65, high 75  [8] NOT VERIFIED: nobody has seen this in the source yet" in lines
    assert any(line.startswith("  [8] neumann-kinesiology: Neumann DA 2017.") for line in lines)


def test_a_muscle_says_what_it_moves_and_what_it_limits() -> None:
    """The other way round than the movements say it."""
    item = library().item("muscle", "quadratus-lumborum")
    assert item is not None
    text = as_text(library(), item)
    assert "limits: " in text
    assert "lumbar-lateral-flexion" in text.split("limits: ")[1].split("\n")[0]
