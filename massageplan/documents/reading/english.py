"""Syllables of English words, by their letters and a list of those that the letters tell wrong."""

from __future__ import annotations

from ...patterns import lazy

_VOWELS = lazy(r"[aeiouyàáâäãåèéêëìíîïòóôöõùúûü]+")
_SILENT = lazy(r"(?<![aeiouyl])es?$|(?<=[aeiouy]l)es?$|(?<![aeiouytdl])ed$|(?<=[aeiouylr]l)ed$|(?<=[gq])ues?$")
_SOUNDED = lazy(r"(?:[cgsxz]|[cs]h)es$")
_INSIDE = lazy(
    r"(?<=[aeiouy][^aeiouy])e(?=(?:ly|ful|fully|less|ment|ments|ness|some|times?|thing|ways?|where|works?|lines?|self"
    r"|selves|aches?|back|place|hold|shoes?)$)"
)
_APART = lazy(r"(?<=phys)io|(?<![tscgxl])i(?:[au]|o(?!n))|(?<![qg])ua|[aeiouy]ing$|(?:s|th)m$|(?<=[^aeiouy])n['’]t$")
_OTHER = {
    "aches": 1, "area": 3, "areas": 3, "aren't": 1, "aren’t": 1, "argue": 2, "argues": 2, "backaches": 2,
    "behavior": 3, "behaviour": 3, "business": 2, "cereal": 3, "client": 2, "clients": 2, "create": 2, "creates": 2,
    "diet": 2, "element": 3, "elements": 3, "evening": 2, "evenings": 2, "every": 2, "everybody": 4, "everyday": 3,
    "everything": 3, "everywhere": 3, "fluid": 2, "fluids": 2, "giant": 2, "headaches": 2, "idea": 3, "ideal": 3,
    "ideas": 3, "junior": 2, "lion": 2, "museum": 3, "neon": 2, "persuade": 2, "pliers": 2, "poem": 2, "quiet": 2,
    "quieter": 3, "quietly": 3, "react": 2, "real": 2, "reality": 4, "really": 3, "reapply": 3, "recipe": 3,
    "ruin": 2, "science": 2, "senior": 2, "seniors": 2, "society": 4, "theory": 3, "wednesday": 2,
}  # fmt: skip
"""Words of which the letters tell another number; by ear."""


def syllables(word: str) -> int:
    """How many syllables an English word has, at least one.

    Each run of vowels (y among them) counts as one. A final e, es or ed that is not spoken does not: made, makes,
    asked; but little, houses and wanted have two. Nor does an e that ends the first half of a word: movement,
    homework. Two vowels are spoken apart in `medial`, `manual` and `going`.
    """
    low = word.casefold()
    known = _OTHER.get(low)
    if known is not None:
        return known
    runs = len(_VOWELS.findall(low)) + len(_APART.findall(low)) - len(_INSIDE.findall(low))
    return max(1, runs - (1 if _SILENT.search(low) and not _SOUNDED.search(low) else 0))
