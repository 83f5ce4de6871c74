"""Naming a client by any unambiguous part of name or folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import UsageError
from ..findings import did_you_mean
from ..frozen import Frozen
from ..records.people import Client
from ..text.reader import parse

if TYPE_CHECKING:
    from .load import Opened


class Named(Frozen):
    """A client folder and whose it is, as far as client.yaml can be read."""

    code: str
    name: str


def find_client(opened: Opened, words: str) -> str:
    """The folder of the one client whose code or name holds `words`.

    Raises:
        UsageError: none does, or several do.
    """
    codes = opened.files.codes()
    wanted = words.strip().strip("/").removeprefix("clients/").split("/")[0].casefold()
    if wanted in codes:
        return wanted
    by_code = [code for code in codes if wanted and wanted in code]
    if len(by_code) == 1:
        return by_code[0]
    people = [Named(code, name_of(opened, code)) for code in codes]
    found = [p for p in people if wanted and (wanted in p.code or wanted in p.name.casefold())]
    exact = [p for p in found if wanted == p.name.casefold()]
    found = exact if len(exact) == 1 else found
    if len(found) == 1:
        return found[0].code
    if found:
        shown = "; ".join(f"{p.code} {p.name}".strip() for p in found[:6])
        raise UsageError(f"{words[:60]} may be {len(found)} clients.", f"say which: {shown}")
    words_known = [w for p in people for w in (p.code, *p.name.casefold().split())]
    near = did_you_mean(wanted, words_known)
    raise UsageError(f"No client has {words[:60]!r} in code or name.", near or "see them with: mplan show")


def name_of(opened: Opened, code: str) -> str:
    """A client's full name; empty if client.yaml does not tell it."""
    raw = opened.files.read(f"clients/{code}/client.yaml")
    if not isinstance(raw, bytes):
        return ""
    document = parse("client.yaml", raw).document
    data = document.data if document else None
    name = data.get("name") if isinstance(data, dict) else None
    return name if isinstance(name, str) else ""


def first_name(client: Client | None, code: str) -> str:
    """What to call a client on paper: `called`, else the first word of the name, else the folder's code."""
    if client is None:
        return code
    return client.called or (client.name or code).split()[0]
