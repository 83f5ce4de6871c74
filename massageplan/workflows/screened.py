"""Warning signs at the prompt: asked aloud one by one, answered in a line, and acted on at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from ..ask import terminal
from ..ask.questions import Question
from ..clinical.screening import GRAVE, acts, by_name, clears, sentences
from ..findings import did_you_mean
from ..frozen import Frozen, replace
from ..patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ..clinical.screening import Act, Answer
    from ..library.catalogue import Library
    from .leads import Past

_ANSWER = lazy(r"^(?P<not>-)?(?P<n>[0-9]{1,2})(?:(?P<unsure>\?)|(?P<no>no))?$")
_TAKEN_BACK = lazy(r"(?<![-0-9])([0-9]{1,2})(?: *[=:] *| +)no(?![a-z])")
_NO = frozenset(("none", "no", "nil"))
_AGREES = {"y": "no", "yes": "no", "no": None, "n": None}
HOW = (
    "Ask each aloud. none: all were asked, all are no. 2 5: yes to these, no to the others. 3?: not sure. "
    "-4: this one was not asked. Enter: nobody asked."
)

_URGES = "An emergency is open: say what you did, or leave with Ctrl-C; the answers are kept."
_ENDS = "While this emergency is open, nothing is to be treated today. What you write down from here on is kept."
_AGAIN = "Cleared on {}, which holds for that day: say not yet, if it is here again."


class Seen(Frozen):
    """What the question about warning signs needs."""

    library: Library
    past: Past
    columns: int


def put(question: Question, ids: Sequence[str], data: dict[str, Any], seen: Seen) -> list[Question]:
    """The question about warning signs of a region, and for each grave one found what was done about it."""
    asked = [act for id in ids if (act := acts(seen.library, id))]
    lead = [line for n, act in enumerate(asked, 1) for line in _line(n, act, seen)]
    kept = {act.id for act in asked if (a := seen.past.answers.get(act.id)) and a.is_open}
    if any(act.is_grave for act in asked if act.id in kept):
        lead.append("What is yes or unsure stays open unless you name its number: then you say who has cleared it.")
    return _group(question, asked, [*lead, *_stays(asked, kept)], data, seen, frozenset(kept))


def put_by_name(question: Question, data: dict[str, Any], seen: Seen) -> list[Question]:
    """The list of the client's health, each by its name as on the paper form; the grave ones are followed up."""
    library = seen.library
    entries = {id: item.data for id in sorted(library.ids("screening")) if (item := library.item("screening", id))}
    asked = [act for id in by_name(entries) if (act := acts(library, id))]
    names = [f"{n:>2} {act.name}{_before(act, seen)}" for n, act in enumerate(asked, 1)]
    wide = max(map(len, names), default=0) + 2
    side_by_side = max(1, (seen.columns - 5) // wide)
    tall = -(-len(names) // side_by_side)
    rows = ["".join(f"{name:<{wide}}" for name in names[n::tall]).rstrip() for n in range(tall)]
    kept = {id for id, answer in seen.past.answers.items() if answer.answer in ("yes", "unsure")}
    return _group(question, asked, [*rows, *_stays(asked, kept)], data, seen, frozenset(kept))


def _stays(asked: Sequence[Act], kept: Collection[str]) -> list[str]:
    """How an earlier yes is taken back, where there is one."""
    n = next((n for n, act in enumerate(asked, 1) if act.id in kept), None)
    return [] if n is None else [f"{n} no: it was yes or unsure, and is no now. What you do not name stays as it was."]


def _group(
    question: Question, asked: Sequence[Act], lead: Sequence[str], data: dict[str, Any], seen: Seen,
    kept: frozenset[str] = frozenset(),
) -> list[Question]:  # fmt: skip
    """The question and what it asks further.

    Args:
        kept: ids whose earlier answer stands where they are not named: a list on paper may have left them out.
    """
    if not asked:
        return []
    ids = {act.id for act in asked}
    first = replace(
        question, description=HOW, examples=("none", "2 5", "none -4"), choices=(), words=True,
        parted="", last=None, lead=(*lead, *terminal.wrapped(HOW, seen.columns - 4, 0)),
        read=partial(_read, asked, kept), tells=partial(_told, seen.library), mine=lambda key: key in ids,
    )  # fmt: skip
    found = data.get("screening")
    answers = found if isinstance(found, dict) else {}
    grave = [act for act in asked if _is_grave(answers.get(act.id))]
    out = [first, *(question for act in grave for question in _further(act, seen.past.answers.get(act.id)))]
    if ids.isdisjoint(answers) and not ids <= kept:  # nobody asked
        return out
    left = [(n, act) for n, act in enumerate(asked, 1) if act.id in kept and answers.get(act.id) in (None, "no")]
    return [*out, *(_again(n, act, before) for n, act in left if (before := seen.past.answers[act.id]).is_open)]


def _again(n: int, act: Act, before: Answer) -> Question:
    """Whether an answer that was yes or unsure, and that nobody named, is no now; Enter leaves it as it was."""
    since = f" on {before.entry.moment}" if before.entry.moment else ""

    def read(text: str) -> tuple[Any, list[str]]:
        word = text.casefold()
        return (_AGREES[word], []) if word in _AGREES else (text, ["y: it is no now. n, or Enter: it stays as it was."])

    return Question(
        ("screening", act.id), f"{n} {act.name} was {before.answer}{since}: is it no now? (y/N)",
        "An earlier yes or unsure holds until somebody says that it is no. y: it is no now. Enter: it stays.",
        ("y",), (), True, "", False, read=read,
    )  # fmt: skip


def _before(act: Act, seen: Seen) -> str:
    before = seen.past.answers.get(act.id)
    return f" [{before.answer}]" if before else ""


def _line(n: int, act: Act, seen: Seen) -> list[str]:
    before = seen.past.answers.get(act.id)
    said = f" [{before.answer} on {before.entry.moment}]" if before else ""
    unsure = "" if act.verified else " (not verified)"
    lines = terminal.wrapped(f"{act.question}{unsure}{said}", seen.columns - 8, 0)
    return [f"{n:>2}  {lines[0]}", *(f"    {line}" for line in lines[1:])]


def _read(asked: Sequence[Act], kept: frozenset[str], text: str) -> tuple[Any, list[str]]:
    """`2 5?` as an answer to each question; those that are not named were asked and are no, but for `kept`.

    `2 no` takes an answer back that was yes. It is a map, so that it is told from a no that came by leaving out.
    """
    words = _TAKEN_BACK.sub(r"\1no", text.casefold().replace(",", " ")).split()
    if words == ["not", "asked"]:
        return {act.id: "not asked" for act in asked}, []
    out: dict[str, Any] = {act.id: "no" for act in asked if act.id not in kept}
    told: set[int] = set()
    for word in words:
        match = _ANSWER.match(word)
        n = int(match["n"]) if match else 0
        if word in _NO:
            continue
        if not match or not 1 <= n <= len(asked):
            help = did_you_mean(word, ("none",)) or HOW
            return text, [f"{word[:20]} is no number of a question from 1 to {len(asked)}. {help[0].upper()}{help[1:]}"]
        if n in told:
            return text, [f"Question {n} stands twice; keep one of the two."]
        told.add(n)
        act = asked[n - 1]
        if match["no"]:
            out[act.id] = {"answer": "no"} if act.id in kept else "no"
            continue
        answer = "not asked" if match["not"] else "unsure" if match["unsure"] else "yes"
        if answer == "yes" and not _NO.isdisjoint(words):
            return text, [f"none and {n} contradict each other. {HOW}"]
        out[act.id] = {"answer": answer} if answer in ("yes", "unsure") and act.is_grave else answer
    return out, []


def _is_grave(answer: Any) -> bool:
    """Whether a grave sign was found: only those are kept as a map (see `_read`)."""
    return isinstance(answer, dict) and answer.get("answer") in ("yes", "unsure")


def _told(library: Library, answers: Any) -> list[str]:
    """What to do about each sign that was found, the gravest first."""
    found = []
    for id, answer in answers.items():
        act = acts(library, id)
        word = answer.get("answer") if isinstance(answer, dict) else answer
        if act and word in ("yes", "unsure"):
            found.append((GRAVE.index(act.action) if act.is_grave else len(GRAVE), sentences(act)))
    lines = [sentence for _, said in sorted(found, key=lambda each: each[0]) for sentence in said]
    grave = any(rank < len(GRAVE) for rank, _ in found)
    return [*lines, *(["Ctrl-C stops here and keeps what you said so far."] if grave else [])]


def _further(act: Act, before: Answer | None) -> list[Question]:
    """What was done about a grave sign; of one that was answered before, also who has cleared it since."""
    is_emergency = act.action == "emergency"
    again = _AGAIN.format(before.entry.moment) if before and before.cleared else ""
    done = Question(
        ("screening", act.id, "did"), f"{act.name}: what did you do?",
        "What you did about it today, such as whom you sent the client to.",
        ("did not treat, sent to the emergency department",), (), True, "", False,
        urges=_URGES if is_emergency else "",
        parts_with=(lambda _: [_ENDS]) if is_emergency and before is None else None,
    )  # fmt: skip
    cleared = Question(
        ("screening", act.id, "cleared"), f"{act.name}: who has cleared it, and when?",
        "Who said that massage is safe, and when; Enter where nobody has. Until then a treatment is an error.",
        ("Dr Lee, 2 March, after an X-ray",), (), True, "", False,
        urges=again,
        parts_with=(lambda said: [] if clears(said) else [_ENDS]) if is_emergency else None,
    )  # fmt: skip
    return [done, cleared] if before else [done]


def pictured(question: Question, ids: Sequence[str], library: Library) -> Question:
    """Which presentation of the region it is most like; Enter leaves it open."""
    items = [item for id in ids if (item := library.item("presentation", id))]
    wide = max((len(item.id) for item in items), default=0)
    lead = [f"{n}  {item.id:<{wide}}  {item.name}" for n, item in enumerate(items, 1)]
    if any(item.data.get("verified") != "true" for item in items):
        lead.append("(a working hypothesis by common teaching, not verified; never a diagnosis)")

    def reader(text: str) -> tuple[Any, list[str]]:
        word = text.casefold().strip().replace(" ", "-")
        if word.isdecimal() and 1 <= int(word) <= len(ids):
            return ids[int(word) - 1], []
        begun = [id for id in ids if id == word] or [id for id in ids if id.startswith(word)]
        if len(begun) == 1 or library.has("presentation", word):
            return (begun[0] if len(begun) == 1 else word), []
        return text, [f"A number from 1 to {len(ids)}, or the short name; Enter leaves it open."]

    return replace(question, lead=tuple(lead), read=reader, examples=("1",), choices=(), parted="")
