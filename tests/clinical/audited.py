"""Records of a client held against one rule of a place."""

from __future__ import annotations

from datetime import date

from massageplan.clinical.audit import Line, audit
from massageplan.frozen import replace
from massageplan.library.catalogue import Library
from massageplan.records.folder import House
from massageplan.records.kinds import build
from massageplan.records.people import Client, Network, Practice
from massageplan.store import resources
from massageplan.text.reader import parse

from .conftest import SCHEMAS, folder

LIBRARY = Library(SCHEMAS, resources.BuiltIn())
SIGNED = "gives: [treatment]\nhow: signed"
SPOKEN = "gives: [treatment]\nhow: spoken"
DID = "did: [petrissage right calf 10 min]"
GLUTEAL = "did: [petrissage right gluteal 10 min]"
AREA = "gives: [{for: sensitive-area, areas: gluteal}]\nhow: "


def _house(practice: str, network: str) -> House:
    text = f"format: 0\nname: Lakeside\ntherapists: [{{id: moss}}]\n{practice}"
    document = parse("practice.yaml", text.encode()).document
    assert document is not None
    built = build("practice", document.data)
    assert isinstance(built, Practice)
    people = parse("network.yaml", network.encode()).document
    known = build("network", people.data) if people and network else None
    return House(built, document, known if isinstance(known, Network) else None)


def lines(
    place: str, rule: str, records: dict[str, str], practice: str = "", client: str = "", network: str = "",
    today: date = date(2026, 11, 26),
) -> list[Line]:  # fmt: skip
    """What is said of one rule of a place.

    Args:
        practice, client, network: text of the files, of practice.yaml what is added to it.
    """
    item = LIBRARY.item("jurisdiction", place)
    assert item is not None
    whole = folder(records)
    if client:
        document = parse("client.yaml", client.encode()).document
        assert document is not None
        who = build("client", document.data)
        assert isinstance(who, Client)
        whole = replace(whole, client=who, client_document=document)
    done = audit(whole, _house(practice, network), LIBRARY, item, today, True)
    return [line for line in done if line.rule.id == rule]


def states(
    place: str, rule: str, records: dict[str, str], practice: str = "", client: str = "", network: str = ""
) -> list[str]:
    """The state of each line of one rule."""
    return [line.state for line in lines(place, rule, records, practice, client, network)]
