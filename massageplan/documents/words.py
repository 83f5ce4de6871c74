"""Interface words in the reader's language, through gettext."""

from __future__ import annotations

import gettext
import re
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_NAME = re.compile(r"\{([a-z_]+)\}")


def fill(message: str, values: dict[str, object]) -> str:
    """`message` with each `{name}` replaced; a name without a value stays as it stands.

    Not `str.format`: a translation must not be able to reach into objects.
    """
    return _NAME.sub(lambda m: str(values[m[1]]) if m[1] in values else m[0], message)


class _Missed(gettext.NullTranslations):
    """What a catalogue lacks: the English of the source, and a note of it."""

    def __init__(self, missed: set[str]) -> None:
        super().__init__()
        self._missed = missed

    def gettext(self, message: str) -> str:
        """The message as it is."""
        self._missed.add(message)
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The form for `n` things, as it is."""
        self._missed.add(msgid1)
        return msgid1 if n == 1 else msgid2


class Words:
    """A language's messages; without a catalogue the English of the source.

    Attributes:
        language: tag of the reader's language, such as `es` or `es-MX`.
        missed: messages that were asked for and have no translation.
        reviewed: whether a person has read the catalogue as it stands: `X-Reviewed: yes` in its head.
    """

    def __init__(self, language: str = "en", catalogue: bytes | None = None) -> None:
        self.language = language
        self.missed: set[str] = set()
        self.reviewed = True
        self._messages = gettext.NullTranslations()
        if catalogue:
            self._messages = gettext.GNUTranslations(BytesIO(catalogue))
            self._messages.add_fallback(_Missed(self.missed))
            self.reviewed = self._messages.info().get("x-reviewed", "").strip().casefold() == "yes"

    def gettext(self, message: str, **values: object) -> str:
        """The message in this language, `{name}`s filled."""
        return fill(self._messages.gettext(message), values)

    def ngettext(self, one: str, many: str, n: int, **values: object) -> str:
        """The form for `n` things in this language, `{n}` and other names filled."""
        return fill(self._messages.ngettext(one, many, n), {"n": n, **values})


ENGLISH = Words()


def words(language: str, load: Callable[[str], bytes | None] | None = None) -> Words:
    """The words of a language.

    Args:
        language: tag such as `es` or `es-MX`; the part before the hyphen serves where the whole is missing.
        load: gives the compiled catalogue (.mo) of a tag, or nothing.
    """
    for tag in (language, language.partition("-")[0]):
        catalogue = load(tag) if load else None
        if catalogue:
            return Words(language, catalogue)
    return ENGLISH
