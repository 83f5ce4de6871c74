"""`mplan forms`: a blank paper form, or one that holds what the records know already."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from ..clinical.age import is_minor
from ..clinical.measures import all_rows
from ..clinical.places import region_of
from ..errors import UsageError
from ..findings import did_you_mean
from ..frozen import Frozen
from ..records.base import texts
from ..records.folder import Folder
from . import form_again as again
from .clients import find_client
from .language import words_of
from .load import Loaded, Opened, load_folder
from .printing import Sheet, paper_of, templates_of, wants_large_print

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..documents.form_view import Known
    from ..documents.forms import FormInput
    from ..documents.view import PracticeCard
    from ..documents.words import Words

NAMES = ("intake", "consent", "reassessment")
"""The forms there are."""

GENERAL = "general"
NOBODY = Folder("", None, None, ())
"""The folder of a blank form."""


class Asked(Frozen):
    """What the user asked for.

    Attributes:
        form: a name of `NAMES`.
        client: part of a name or folder; None for a blank form.
        region: body region, by id or another name; by the last listed places where None, or the whole body.
        language: tag of the language to print it in; the client's when None.
    """

    form: str
    client: str | None
    today: date
    paper: str | None = None
    region: str | None = None
    large: bool = False
    language: str | None = None


def make_form(opened: Opened, asked: Asked) -> Sheet:
    """Build a form.

    Raises:
        UsageError: no such form, client or region, or the form cannot be printed in the language asked for.
    """
    from ..documents.forms import FORMS

    if asked.form not in FORMS:
        near = did_you_mean(asked.form, FORMS)
        raise UsageError(f"There is no form {asked.form[:40]!r}.", near or f"one of: {', '.join(FORMS)}")
    code = find_client(opened, asked.client) if asked.client is not None else None
    loaded = load_folder(opened, code) if code is not None else Loaded(NOBODY, [])
    given = _given(opened, loaded.folder.until(asked.today.isoformat()), code, asked)
    words, unspoken = _words(opened, loaded.folder, asked, given)
    template, remarks = f"forms/{asked.form}.md.j2", (*_remarks(loaded, asked), *unspoken)
    return Sheet(FORMS[asked.form](given, words), template, templates_of(opened), code, remarks, words)


def _words(opened: Opened, folder: Folder, asked: Asked, given: FormInput) -> tuple[Words, list[str]]:
    """The words of a form: of one whose questions the library has in no such language, the English ones."""
    from ..documents.forms import reads_whole
    from ..documents.words import ENGLISH

    words, remarks = words_of(opened, folder.client, asked.language)
    if asked.form == "consent" or reads_whole(given, words.language):
        return words, remarks
    what = f"its questions have no words in {words.language.partition('-')[0]}"
    if asked.language is not None:
        raise UsageError(f"The {asked.form} form is in English only yet: {what}.", "print it with --language en")
    return ENGLISH, [*remarks, f"the {asked.form} form is in English only yet: {what}"]


def _remarks(loaded: Loaded, asked: Asked) -> list[str]:
    """What the therapist should know about the form."""
    folder, out = loaded.folder, []
    if folder.left_out:
        out.append(f"{len(folder.left_out)} of the client's records cannot be used: mplan check {folder.code}")
    return [*out, *wants_large_print(folder, asked.large)]


def _given(opened: Opened, folder: Folder, code: str | None, asked: Asked) -> FormInput:
    from ..documents.forms import FormInput

    library, symptoms = opened.library, again.symptoms(folder)
    region = _region(opened, symptoms, asked.region)
    item = library.item("region", region)
    rows = all_rows(folder.entries)
    return FormInput(
        practice=_card(opened, folder),
        who=_who(folder),
        code=code,
        region=region,
        region_entry=item.data if item else {},
        screening=_all(opened, "screening") if asked.form != "consent" else {},
        minor=folder.client is not None
        and (folder.client.guardian is not None or is_minor(folder.client, asked.today)),
        since=next((e.day for e in reversed(folder.of_kind("assessment")) if e.day), None),
        goals=again.goals(folder, asked.today, rows),
        activities=tuple(again.activities(rows).values()),
        symptoms=tuple(symptoms),
        instruments=tuple(again.instruments(opened, rows)),
        homework=tuple(again.homework(opened, folder, asked.today)),
        earlier=tuple(again.earlier(opened, rows)),
        team=tuple(_team(opened, folder)),
        paper=paper_of(opened, asked.paper),
        large=asked.large,
    )


def _card(opened: Opened, folder: Folder) -> PracticeCard:
    """The practice, with the therapist of the newest record; of several people none stands on a blank form."""
    from ..documents.view import PracticeCard

    house = opened.house.practice
    who = next((e.record.therapist for e in reversed(folder.entries) if e.record.therapist), None)
    alone = house.therapists[0] if len(house.therapists) == 1 else None
    therapist = next((t for t in house.therapists if t.id == who), alone)
    name = therapist.name if therapist else None
    title = f", {therapist.title}" if therapist and therapist.title else ""
    return PracticeCard(
        name=house.name, phone=house.phone, email=house.email, therapist=f"{name}{title}" if name else None
    )


def _who(folder: Folder) -> Known:
    from ..documents.form_view import Known

    client = folder.client
    if client is None:
        return Known()
    guardian = client.guardian or {}
    return Known(
        name=client.name, born=client.born, phone=client.phone, email=client.email, work=client.occupation,
        emergency=client.emergency, guardian=guardian.get("name"), relation=guardian.get("relation"),
    )  # fmt: skip


def _region(opened: Opened, symptoms: list[dict[str, Any]], asked: str | None) -> str:
    """The region asked for; else that of the first place listed which lies in one; else the whole body."""
    library = opened.library
    if asked is not None:
        found = asked if library.has("region", asked) else region_of(library, None, asked)
        if found is None:
            known = ", ".join(sorted(library.ids("region")))
            raise UsageError(f"There is no region {asked[:40]!r}.", library.near("region", asked) or f"one of: {known}")
        return found
    places = (place for symptom in symptoms for place in texts(symptom.get("where")))
    return next((region for place in places if (region := region_of(library, None, place))), GENERAL)


def _all(opened: Opened, kind: str) -> dict[str, Mapping[str, Any]]:
    library = opened.library
    return {id: item.data for id in sorted(library.ids(kind)) if (item := library.item(kind, id))}


def _team(opened: Opened, folder: Folder) -> list[str]:
    """Professionals of the client's team, as network.yaml knows them."""
    network = opened.house.network
    ids = texts(folder.client.team) if folder.client else ()
    people = {person.id: person for person in network.people} if network else {}
    return [people[id].name or id for id in ids if id in people]
