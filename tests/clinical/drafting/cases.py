"""Cases to draft from, made from the texts of records, and the library they are held against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from massageplan.clinical.drafting.case import case_for
from massageplan.clinical.drafting.draft import draft
from massageplan.clinical.reference import Person
from massageplan.library.catalogue import Library
from massageplan.records.folder import Folder, House
from massageplan.records.people import Client, Network, Practice, Therapist
from massageplan.records.people import Person as Professional
from massageplan.store import resources
from massageplan.text.reader import parse

from ..conftest import SCHEMAS, folder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from massageplan.clinical.drafting.base import Case, Draft

LIBRARY = Library(SCHEMAS, resources.BuiltIn())
DAY = "2026-06-01"
SKILLS = (
    "effleurage", "petrissage", "trigger-point-compression", "myofascial-release", "static-stretch", "passive-rom",
    "hot-therapy", "relaxation-massage",
)  # fmt: skip
PEOPLE = (
    Professional(id="okafor", name="Chidi Okafor", profession="physiotherapist"),
    Professional(id="singh", name="Dr Singh", profession="gp"),
)


def house(
    skills: tuple[str, ...] | None = SKILLS,
    people: tuple[Professional, ...] = PEOPLE,
    homework: dict[str, str] | None = None,
) -> House:
    """A practice of one therapist with these skills, and whom she knows."""
    document = parse("practice.yaml", b"format: 0\nname: X\n").document
    assert document is not None
    practice = Practice(format="0", name="X", therapists=(Therapist(id="rivera", skills=skills),), homework=homework)
    return House(practice, document, Network(people=people))


def case_of(
    records: Mapping[str, str],
    skills: tuple[str, ...] | None = SKILLS,
    person: Person = Person("female", 45),
    client: Client | None = None,
    people: tuple[Professional, ...] = PEOPLE,
    homework: dict[str, str] | None = None,
) -> Case:
    """The case of records by stem."""
    made = folder(dict(records))
    made = Folder(made.code, client, None, made.entries)
    home = house(skills, people, homework)
    case = case_for(made, home, LIBRARY, person, DAY, home.practice.therapists[0])
    assert case is not None
    return case


def drafted(records: Mapping[str, str], **given: object) -> Draft:
    """The draft from records by stem; see `case_of`."""
    return draft(case_of(records, **given))  # type: ignore[arg-type]


def asked(region: str, presentation: str | None, **answers: str) -> str:
    """A block `screening` in which every question of a region and a picture is no, but for these answers."""
    ids: dict[str, str] = {}
    for kind, id in (("region", region), ("presentation", presentation)):
        item = LIBRARY.item(kind, id) if id else None
        for key in ("screening", "red-flags"):
            ids |= dict.fromkeys(item.data.get(key) or () if item else (), "no")
    ids |= {name.replace("_", "-"): answer for name, answer in answers.items()}
    return "screening:\n" + "".join(f"  {id}: {answer}\n" for id, answer in ids.items())


LOW_BACK = """\
presentation: lbp-chronic
symptoms:
  - where: right lumbar
    now: 5
    worst: 8
    worse-with: [sitting over an hour, lifting crates]
    better-with: [a warm bath]
    stops-me: [football]
measures:
  rom/lumbar-flexion: 38
  rom/lumbar-lateral-flexion: {left: 14, right: 22}
  strength/hip-abduction: {left: 5/5, right: 4-/5}
  strength/hip-extension: 4/5
  palpation/quadratus-lumborum: {right: {tone: high, tender: 7}}
  palpation/gluteus-medius: {right: {tone: high, tender: 3}}
  psfs/lift-crate: {value: 3, words: Lift a crate from the floor}
  psfs/drive-home: {value: 5, words: Drive home without a stop}
"""


def low_back(**answers: str) -> dict[str, str]:
    """The records of a client with low back pain of whom every question was asked."""
    return {"2026-05-04-assessment": LOW_BACK + asked("low-back", "lbp-chronic", **answers)}
