"""Naming a client by any unambiguous part of name or folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import UsageError
from ..findings import did_you_mean
from ..frozen import Frozen
from ..records.kinds import CODE
from ..records.people import Client
from ..text.reader import parse

if TYPE_CHECKING:
    from .load import Opened


class Named(Frozen):
    """A client folder and whose it is, as far as client.yaml can be read."""

    code: str
    name: str
    called: str = ""

    def is_called(self, wanted: str) -> bool:
        """Whether a word is the whole of one of their names, and not the beginning of it only."""
        return wanted in (self.name.casefold(), self.called.casefold(), *self.name.casefold().split())


def find_client(opened: Opened, words: str) -> str:
    """The folder of the one client whose code or name holds `words`.

    Raises:
        UsageError: none does, or several do.
    """
    codes = opened.files.codes()
    wanted = words.strip().strip("/").removeprefix("clients/").split("/")[0].casefold()
    if wanted in codes:
        return wanted
    people = [_named(opened, code) for code in codes]
    found = [p for p in people if wanted and any(wanted in n for n in (p.code, p.name.casefold(), p.called.casefold()))]
    whole = [p for p in found if p.is_called(wanted)]
    found = whole if len(whole) == 1 else found
    if len(found) == 1:
        return found[0].code
    if found:
        shown = "; ".join(f"{p.code} {p.name}".strip() for p in found[:6])
        raise UsageError(f"{words[:60]} may be {len(found)} clients.", f"say which: {shown}")
    words_known = [w for p in people for w in (p.code, *p.name.casefold().split())]
    near = did_you_mean(wanted, words_known)
    raise UsageError(f"No client has {words[:60]!r} in code or name.", near or "see them with: mplan show")


def find_own_folder(opened: Opened, words: str) -> str:
    """The same, for what is to be written: a folder that could be somebody's name never reaches a commit message.

    Raises:
        UsageError: none fits, several do, or its folder is not named as one.
    """
    code = find_client(opened, words)
    if not CODE.match(code):
        raise UsageError(f"clients/{code} is no name for a client's folder.", "initials and four characters: jd-7k2m")
    return code


def name_of(opened: Opened, code: str) -> str:
    """A client's full name; empty if client.yaml does not tell it."""
    return _named(opened, code).name


def _named(opened: Opened, code: str) -> Named:
    told = told_of(opened, code)
    name, called = (value if isinstance(value := told.get(key), str) else "" for key in ("name", "called"))
    return Named(code, name, called)


def told_of(opened: Opened, code: str) -> dict[str, Any]:
    """What client.yaml says; of one that cannot be read, the name, so that it can be found and mended."""
    raw = opened.files.read(f"clients/{code}/client.yaml")
    document = parse("client.yaml", raw).document if isinstance(raw, bytes) else None
    return document.data if document is not None and isinstance(document.data, dict) else _first_lines(raw)


def _first_lines(raw: object) -> dict[str, str]:
    """The lines that tell a name, where the rest cannot be read."""
    lines = raw.decode("utf-8", "replace").splitlines() if isinstance(raw, bytes) else []
    pairs = (line.partition(": ") for line in reversed(lines))
    return {key: value.strip() for key, _, value in pairs if key in ("name", "called") and value.strip()}


def first_name(client: Client | None, code: str) -> str:
    """What to call a client on paper: `called`, else the first word of the name, else the folder's code."""
    if client is None:
        return code
    return client.called or (client.name or code).split()[0]
