"""What a note may lean on: the words, the library, and what the client's records already name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...frozen import Frozen

if TYPE_CHECKING:
    from ...library.catalogue import Library
    from .words import Words


class Known(Frozen):
    """What a note may lean on.

    Attributes:
        words: short words, the practice's own among them.
        library: only the names of its entries are looked at; none is opened.
        addresses: of the figures this client's records have, newest first.
        symptoms: kinds of symptom listed for this client.
        homework: ids of the lines in force.
        sheet: those that the client's sheet has, in its order; all of them where it is empty.
        techniques: ids of the plan in force.
        places: ids that this client's records name.
    """

    words: Words
    library: Library
    addresses: tuple[str, ...] = ()
    symptoms: tuple[str, ...] = ()
    homework: tuple[str, ...] = ()
    sheet: tuple[str, ...] = ()
    techniques: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
