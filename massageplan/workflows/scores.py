"""Questionnaires at the prompt: asked question by question where the text may be shown, and totalled at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..ask.questions import Question
from ..clinical.scoring import misfits, score
from ..clinical.scoring_flaws import flaws
from ..clinical.shorthand import measure
from ..clinical.shorthand.bits import Bit, tokens
from ..clinical.shorthand.scores import activity
from ..patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..clinical.shorthand.known import Known
    from ..library.catalogue import Library

_ASK = lazy(r"^[Aa][Ss][Kk]\s+(?P<name>\S.*)$")
_FIGURE = lazy(r"(?<![0-9.,/])(?P<figure>[0-9]{1,2}([.,][0-9]{1,2})?)(\s*/\s*10)?$")
_HAS_LETTER = lazy(r"[^\W\d_]")
_RATED = "A number from 0 to 10 says how well it goes; Enter when done."
_ENDS = "0 = cannot do it at all, 10 = as before the trouble began"
_NOT_GIVEN = ("-", "no answer")
_ACTIVITIES = 3
"""Activities asked for (Stratford 1995: up to five; three keep it short)."""


def counts(library: Library) -> dict[str, int]:
    """How many items each instrument has that is scored from several."""
    out = {}
    for id in sorted(library.ids("instrument")):
        item = library.item("instrument", id)
        items = (item.data.get("items") or {}) if item else {}
        number = str(items.get("components") or items.get("count") or "")
        if item and number not in ("", "1") and not _is_written(item.data) and not flaws(item.data):
            out[id] = int(number)
    return out


def told(library: Library, tree: Any) -> list[str]:
    """What the answers of each form come to, or why they come to nothing."""
    out = []
    for id, node in tree.items() if isinstance(tree, dict) else ():
        item = library.item("instrument", id)
        if item and isinstance(node, dict) and isinstance(node.get("items"), list):
            result = score(item.data, [None if a in _NOT_GIVEN else a for a in node["items"]])
            means = f", {result.means}" if result.means else ""
            total = f"{result.text}{means}" if result.total is not None else f"no total: {result.why_none}"
            out.append(f"{id}: {total}")
    return out


def asked(library: Library, known: Known, last: Callable[[str], str], line: str) -> list[Question]:
    """The questions that `ask peg` opens; none for another line, or an instrument that cannot be asked here.

    Args:
        last: the last figure at an address and its day, as it is shown; empty where there is none.
    """
    id = _named(known, line)
    item = library.item("instrument", id) if id else None
    if item is None or id is None:
        return []
    entry = item.data
    if _is_written(entry):
        before = [a for a in dict.fromkeys(known.addresses) if a.startswith(f"{id}/") and last(a)][:_ACTIVITIES]
        new = range(len(before), max(_ACTIVITIES, len(before) + 1))
        return [*(_again(a, last(a)) for a in before), *(_activity(id, n, known) for n in new)]
    words = entry.get("en") or {}
    if not words.get("items") or not entry.get("items") or flaws(entry):
        return []
    return [_ticks(id, entry)] if _is_ticked(entry) else [_rating(id, entry, n) for n in range(len(words["items"]))]


def _named(known: Known, line: str) -> str | None:
    """The instrument that `ask` and a name mean."""
    match = _ASK.match(line)
    bits = tokens(Bit(match["name"])) if match else []
    return measure.find(bits[:4], known).id if bits else None


def _is_written(entry: Mapping[str, Any]) -> bool:
    return (entry.get("items") or {}).get("client-written") == "true"


def refused(library: Library, known: Known, line: str) -> list[str]:
    """Why `ask` and a name open no questions; nothing for any other line, and where they do."""
    match = _ASK.match(line)
    id = _named(known, line)
    item = library.item("instrument", id) if id else None
    if match is None or asked(library, known, lambda _: "", line):
        return []
    if item is None or id is None:
        near = library.near("instrument", match["name"].casefold()) or "its short name stands above"
        return [f"No questionnaire is known by this name ({near})."]
    row = f", or all its answers in a row: {id} 2 0 - 1 ..." if id in counts(library) else ""
    return [f"The questions of {id} cannot be shown here; type its figure: {id} 14{row}"]


def _is_ticked(entry: Mapping[str, Any]) -> bool:
    items = entry["items"]
    return (items.get("min"), items.get("max")) == ("0", "1") and len(entry["en"]["items"]) > 1


def unfit(library: Library, tree: Any) -> list[str]:
    """What of the answers in a row does not fit their form."""
    out: list[str] = []
    for id, node in tree.items() if isinstance(tree, dict) else ():
        item, answers = library.item("instrument", id), node.get("items") if isinstance(node, dict) else None
        if item and answers:
            found = misfits(item.data, [None if a in _NOT_GIVEN else a for a in answers])
            out.extend(f"{id}: {misfit.message} ({misfit.help})" for misfit in found)
    return out


def _ticks(id: str, entry: Mapping[str, Any]) -> Question:
    """Statements of which those are named that are true."""
    sentences = entry["en"]["items"]
    lead = [f"{n:>2}  {text}" for n, text in enumerate(sentences, 1)]

    def reader(text: str) -> tuple[Any, list[str]]:
        return _ticked(text, len(sentences))

    said = entry["en"].get("instruction") or "The numbers of the sentences that are true today; none for none."
    return Question(
        ("measures", id, "items"), entry["en"]["name"], f"{said} {entry['en'].get('credit') or ''}".strip(),
        ("1 4 9", "none"), (), True, "", False, read=reader, lead=(*lead, *_credit(entry)),
    )  # fmt: skip


def _credit(entry: Mapping[str, Any]) -> tuple[str, ...]:
    credit = entry["en"].get("credit")
    return (f"({credit})",) if credit else ()


def _ticked(text: str, count: int) -> tuple[Any, list[str]]:
    if text.casefold() in ("none", "0"):
        return ["0"] * count, []
    words = text.replace(",", " ").split()
    wrong = [w for w in words if not w.isdecimal() or not 1 <= int(w) <= count]
    if wrong:
        return text, [f"{wrong[0][:20]} is no number of a sentence; they run from 1 to {count}, and none is none."]
    ticked = {int(word) for word in words}
    return ["1" if n in ticked else "0" for n in range(1, count + 1)], []


def _rating(id: str, entry: Mapping[str, Any], n: int) -> Question:
    """One question of a form, answered by a number."""
    items, words = entry["items"], entry["en"]
    low, high = items.get("min"), items.get("max")
    ends = words.get("ends") or []
    end = ends[min(n, len(ends) - 1)] if ends else None
    scale = f"{low} = {end['least']}, {high} = {end['most']}" if end else f"from {low} to {high}"

    many, size = len(words["items"]) > 1, len(words["items"])

    def reader(text: str) -> tuple[Any, list[str]]:
        if text in _NOT_GIVEN:
            return "no answer", []
        row = [text if place == n else None for place in range(size)]
        good = not any(misfit.n == n for misfit in misfits(entry, row))
        return text, [] if good else [f"A number from {low} to {high}, or - where there is no answer."]

    path = ("measures", id, "items") if many else ("measures", id)
    lead = (
        *([words["instruction"]] if n == 0 and words.get("instruction") else ()),
        scale,
        *(_credit(entry) if n == 0 else ()),
    )
    return Question(
        path, words["items"][n], f"{words['name']}, question {n + 1} of {len(words['items'])}.", (), (), True, "",
        False, read=reader, lead=lead, nth=n if many else None, of=size,
    )  # fmt: skip


def _again(address: str, last: str) -> Question:
    """How well an activity of before goes now; the same one, so that the two can be set side by side."""
    family, _, id = address.partition("/")
    figure, _, day = last.rpartition(", ")

    def reader(text: str) -> tuple[Any, list[str]]:
        match = _FIGURE.fullmatch(text)
        return text, [] if match and _is_rating(match["figure"]) else ["A number from 0 to 10; Enter leaves it out."]

    return Question(
        ("measures", family, id), f"{id.replace('-', ' ').capitalize()}: how well does it go now?", _RATED, ("4",), (),
        True, "", False, last=f"{day}: {figure}", read=reader, lead=(_ENDS,),
    )  # fmt: skip


def _activity(id: str, n: int, known: Known) -> Question:
    """An activity in the client's words, and how well it goes now; what it is may be mended as long as it is asked."""
    given: set[str | int] = set()

    def reader(text: str) -> tuple[Any, list[str]]:
        match = _FIGURE.search(text)
        words = text[: match.start()].strip(" ,:\"'") if match else ""
        if not match or not _HAS_LETTER.search(words) or not _is_rating(match["figure"]):
            return text, ["Write the activity and a number from 0 to 10: lift my daughter 4"]
        name = activity(words, known)
        if name is None:
            return text, ["No name can be made of these words; say it in a few more words."]
        given.add(name)
        return {name: {"value": match["figure"], "words": words}}, []

    title = "What do you want to do again, and how well does it go now?" if n == 0 else "Another activity"
    return Question(
        ("measures", id), title, f"Each activity in the client's words. {_RATED}", ("lift my daughter 4",), (), True,
        "", False, read=reader, lead=(_ENDS,) if n == 0 else (), mine=given.__contains__,
    )  # fmt: skip


def _is_rating(figure: str) -> bool:
    return 0 <= float(figure.replace(",", ".")) <= 10
