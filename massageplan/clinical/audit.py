"""What an inspection would look for in a client's records, by the rules of a place. Unofficial; no legal advice.

The rules are the library's (kind `jurisdiction`); each rule's `about` names the function that looks for it. Nothing
here knows any place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .auditing import agreed, house, person, signed, touched, visits
from .auditing.base import STATES, Line, Rule, State, read_rule
from .auditing.case import Case

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from ..library.catalogue import Item, Library
    from ..records.folder import Folder, House

__all__ = ["LOOKS", "STATES", "Line", "Rule", "State", "audit", "rules_of"]

LOOKS: dict[str, Callable[[Case, Rule], Iterator[Line]]] = {
    "name": person.name, "contact": person.contact, "age": person.age, "record": person.record,
    "history": person.history, "current-health": person.current_health, "intake-date": person.intake_date,
    "intake-refused": person.intake_refused, "contraindications": person.contraindications,
    "symptoms": person.symptoms, "findings": person.findings, "measures": person.measures, "plan": person.plan,
    "advice": person.advice, "refusals": person.refusals,
    "date": visits.date, "time": visits.time, "duration": visits.duration, "techniques": visits.techniques,
    "areas": visits.areas, "history-update": visits.history_update, "comment": visits.comment,
    "initials": visits.initials, "fees": visits.fees, "complete": visits.complete, "timely": visits.timely,
    "prediction": visits.prediction,
    "consent-treatment": agreed.consent_treatment, "consent-sensitive": touched.consent_sensitive,
    "consent-draping": agreed.consent_draping, "consent-release": agreed.consent_release,
    "signature-client": signed.signature_client, "signature-therapist": signed.signature_therapist,
    "told-techniques": signed.told, "told-areas": signed.told, "told-contraindications": signed.told,
    "told-draping": signed.told, "told-stop": signed.told, "renewed": signed.renewed,
    "referrals": house.referrals, "reports": house.reports, "appointments": house.of_practice,
    "equipment": house.of_practice, "changes": house.changes, "keep": house.keep, "accurate": house.judged,
    "legible": house.judged, "access": house.judged, "storage": house.judged,
}  # fmt: skip
"""How each thing that a rule can be about is looked for."""


def rules_of(place: Item) -> tuple[Rule, ...]:
    """The rules of a jurisdiction entry, in its order."""
    return tuple(read_rule(data) for data in place.data["rules"])


def audit(
    folder: Folder, house: House, library: Library, place: Item, today: date, versioned: bool
) -> tuple[Line, ...]:
    """One line or more for each rule of a place, in the order of its rules.

    Args:
        place: an entry of the kind jurisdiction.
        versioned: whether the practice is in a git repository.
    """
    case = Case(folder, house, library, today, versioned)
    case.rules = rules_of(place)
    return tuple(line for rule in case.rules for line in LOOKS[rule.about](case, rule))
