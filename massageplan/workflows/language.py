"""In which language a document speaks: the one asked for, else the client's, else the practice's, else English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import UsageError
from ..patterns import lazy
from ..store import resources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..documents.agreement import AgreementInput
    from ..documents.words import Words
    from ..records.people import Client
    from .load import Opened

_TAG = lazy(r"^([A-Za-z]{2,3})((?:-[A-Za-z0-9]{2,8})*)$")


def words_of(opened: Opened, client: Client | None, asked: str | None) -> tuple[Words, list[str]]:
    """The words of a document, and a remark on each language of the records that has no catalogue.

    Args:
        asked: tag of the language asked for, of which there must be a catalogue.

    Raises:
        UsageError: there are no words in the language asked for.
    """
    from ..documents.words import ENGLISH

    if asked is not None:
        return words_asked(asked), []
    missing: list[str] = []
    for tag in (client.language if client else None, opened.house.practice.language):
        found = words_in(tag) if tag is not None else None
        if found:
            break
        missing.extend([tag] if tag is not None else [])
    used = found or ENGLISH
    return used, [f"there are no documents in {tag} yet; this one is in {used.language}" for tag in missing]


def words_asked(tag: str) -> Words:
    """The words of a language that was asked for.

    Raises:
        UsageError: there are none.
    """
    found = words_in(tag)
    if found is None:
        there_are = ", ".join(resources.languages())
        raise UsageError(f"There are no documents in the language {tag[:40]!r}.", f"one of: {there_are}")
    return found


def words_in(tag: str) -> Words | None:
    """The words of a language, a region of which has those of the whole; None where there are none."""
    from ..documents.words import ENGLISH, words

    match = _TAG.match(tag)
    if match is None:
        return None
    if match[1].lower() == "en":
        return ENGLISH
    found = words(match[1].lower() + match[2], resources.catalogue)
    return None if found is ENGLISH else found


def other_tongues(opened: Opened, words: Words, given: AgreementInput) -> list[str]:
    """Remarks on what stands on an agreement in another language than its reader's; checks look after a handout."""
    from ..documents.line import spoken

    whole, house = words.language.partition("-")[0], (opened.house.practice.language or "en").partition("-")[0]
    if whole == "en":
        return []
    done = [str(line.get("do")) for line in given.homework]
    lacking = [id for id in done if spoken(given.exercises.get(id, {}), words.language) == "en"]
    own = f"it is in {whole}; goals, why: and whatever else the plan says in its own words stand as written there"
    english = f"the library has no words in {whole} yet, so these are in English: {', '.join(lacking)}"
    return [own] * (whole != house) + [english] * bool(lacking)


def rule_elsewhere(opened: Opened, rule: str | Mapping[str, str] | None, words: Words) -> list[str]:
    """A remark where the practice has its pain rule in another language than the reader's."""
    whole = words.language.partition("-")[0]
    written = (opened.house.practice.language or "en",) if isinstance(rule, str) else tuple(rule or ())
    if rule is None or whole in {tag.partition("-")[0] for tag in written}:
        return []
    return [f"the pain rule of practice.yaml is in {written[0]} only; write it as pain-rule: {{{whole}: ...}} too"]
