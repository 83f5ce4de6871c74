"""What tests of `mplan assess` share: the record that was made, and answers that leave something out."""

from __future__ import annotations

import gitpractice
from prompting import new

TALK = ("", "", "", "", "")
"""Enter to how it feels, what makes it worse and better, its pattern, and what it keeps from."""

NO_SIGN_OF_LOW_BACK = """\
screening:
  cauda-equina: no
  aortic-aneurysm: no
  progressive-neuro: no
  spinal-fracture: no
  spinal-infection: no
  cancer-history: no
  visceral-pain: no
  inflammatory-back-pain: no
  pregnancy: no
  anticoagulants: no
"""


def record(practice: gitpractice.Practice, before: dict[str, bytes]) -> str:
    """The one record that was made; it is committed, and git is whole."""
    (text,) = new(practice, before)
    practice.assert_sound()
    return text
