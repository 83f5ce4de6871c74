"""What is wrong in a figure, gathered while it is read: an author hears of all of it at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from ..findings import did_you_mean
from ..span import Path
from . import phrases
from .phrases import Word, Wrong

T = TypeVar("T")

_MEANT = {
    "trunk": ("lumbar", "thorax"), "torso": ("lumbar", "thorax"), "spine": ("lumbar", "thorax"),
    "back": ("lumbar", "thorax"), "leg": ("hip", "knee"), "legs": ("hips", "knees"), "shoulderblades": ("scapulae",),
}  # fmt: skip
"""What an author may look for, and the joints that do it."""


def _meant(word: str, allowed: tuple[str, ...]) -> str | None:
    kind, dot, side = word.partition(".")
    keys = [f"{joint}{dot}{side}" for joint in _MEANT.get(kind, ())]
    return f"write {' and '.join(keys)}" if keys and set(keys) <= set(allowed) else None


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong in a figure.

    Attributes:
        path: keys from the figure to where it stands.
        message, hint: as of a finding.
        start, end: characters of the text at `path`; both 0 for all of it.
        key: it is about the key, not about what stands behind it.
    """

    path: Path
    message: str
    hint: str
    start: int = 0
    end: int = 0
    key: bool = False


class Wrongs:
    """Reads part by part and keeps what is wrong, so that an author hears of all of it at once."""

    def __init__(self) -> None:
        self.flaws: list[Flaw] = []

    def add(self, path: Path, message: str, hint: str, key: bool = False) -> None:
        self.flaws.append(Flaw(path, message, hint, key=key))

    def phrase(self, path: Path, value: object, read: Callable[[str], T]) -> T | None:
        if isinstance(value, (Mapping, list)) or value is None:
            self.add(path, "A phrase is needed here, not a list or nothing.", "words and numbers on one line")
            return None
        try:
            return read(str(value))
        except Wrong as wrong:
            self.flaws.append(Flaw(path, wrong.message, wrong.hint, wrong.start, wrong.end))
            return None

    def choice(self, path: Path, value: object, allowed: tuple[str, ...], what: str) -> str | None:
        return self.phrase(path, value, lambda text: phrases.one_of(Word(text, 0), allowed, what))

    def keys(self, path: Path, data: object, allowed: tuple[str, ...]) -> Mapping[str, Any]:
        if data is None:
            return {}
        if not isinstance(data, Mapping):
            self.add(path, "Keys with words are needed here.", f"for example `{allowed[0]}: ...`")
            return {}
        for name in data:
            if name not in allowed:
                listed = f"keys here: {', '.join(allowed)}"
                near = _meant(str(name), allowed) or did_you_mean(str(name), allowed)
                self.add((*path, name), f"There is no key {name}.", f"{near} ({listed})" if near else listed, key=True)
        return {name: value for name, value in data.items() if name in allowed}

    def several(self, path: Path, value: object, most: int, read: Callable[[str], T]) -> tuple[T, ...]:
        if not isinstance(value, list):
            self.add(path, "A list is needed here.", "one phrase an entry, `[mat, wall at hands]`")
            return ()
        if len(value) > most:
            self.add(path, f"There are {len(value)} entries.", f"at most {most}")
            return ()
        found = [self.phrase((*path, n), text, read) for n, text in enumerate(value)]
        return tuple(one for one in found if one is not None)
