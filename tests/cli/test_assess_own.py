"""A practice's own regions, warning signs, movements and questionnaires at the prompt, like the built-in ones."""

from __future__ import annotations

import gitpractice
from prompting import HEAD, Opens, new

REGION = """\
en: {reviewed: false, name: Fingers, also-called: [thumb pit]}
places: [thumb]
movements: [thumb-opposition]
instruments: [grip-trust]
screening: [trigger-thumb]
sources: [house-rules]
verified: false
"""
SIGN = """\
en:
  reviewed: false
  name: Locked thumb
  question: Is your thumb locked so that you cannot open it?
  may-indicate: A stuck tendon
  advice: Send the client to a hand surgeon.
area: hand
kind: red-flag
action: refer-before-treating
blocks: [local]
sources: [house-rules]
verified: false
"""
MOVEMENT = """\
en: {reviewed: false, name: Thumb opposition, plain: Thumb to the little finger}
region: fingers
unit: cm
plane: none
sides: yes
direction: higher-is-better
limits: {min: 0, max: 12, source: house-rules, verified: false}
normal:
  - {authority: Our own measuring, value: 8, source: house-rules, verified: false}
reference: {value: 8}
muscles:
  movers: [thenar]
  limiters: [finger-extensors]
  examine-first: [finger-extensors]
  source: clinical-convention
  verified: false
sources: [house-rules, clinical-convention]
"""
SCORE = """\
en:
  reviewed: false
  name: Trust in the grip
  items: [I trust my grip with a cup., I trust my grip with a pan.]
kind: questionnaire
value: score
range: {min: 0, max: 8}
unit: points
direction: higher-is-better
items: {count: 2, min: 0, max: 4, integer: true}
scoring: {method: sum, missing: refuse, source: house-rules, verified: false}
default-thresholds: {mdc: 2, source: house-rules, verified: false}
licence: {status: our own, ship-item-text: true, ship-scoring: true, source: house-rules, verified: false}
sources: [house-rules]
"""
OWN = {
    "regions/fingers": REGION, "screening/trigger-thumb": SIGN, "movements/thumb-opposition": MOVEMENT,
    "instruments/grip-trust": SCORE,
}  # fmt: skip


def test_own_entries_are_asked_suggested_and_scored(practice: gitpractice.Practice, opens: Opens) -> None:
    """By another name of the region; the warning sign acts, and each thing says that it is not verified."""
    for name, text in OWN.items():
        practice.write(f"library/{name}.yaml", text)
    before = practice.records
    visit = opens("assess", "jane", "--region", "thumb pit", columns=100)
    visit.type("My thumb sticks", "right thumb", "4", *[""] * 5, "1", "sent her to Dr Lee")
    visit.type("opposition R 4 L 8", "R finger extensors tight", "")
    visit.type("ask grip trust", "3", "-", "grip trust 3 2", "", "")
    assert visit.end() == 0
    for shown in (
        "Is your thumb locked so that you cannot open it? (not verified)",
        "Refer before treating (Locked thumb): Send the client to a hand surgeon.",
        "8 cm (Our own measuring, not verified)",
        "thumb opposition: finger extensors",
        "grip-trust: no total: ",
        "grip-trust: 5",
    ):
        assert shown in visit.seen
    assert new(practice, before) == [
        HEAD + "reason: My thumb sticks\nsymptoms:\n  - where: right thumb\n    now: 4\n"
        "screening:\n  trigger-thumb:\n    answer: yes\n    did: sent her to Dr Lee\n"
        "measures:\n  rom:\n    thumb-opposition:\n      left: 8\n      right: 4\n"
        "  palpation:\n    finger-extensors:\n      right:\n        tone: high\n"
        "  grip-trust:\n    items:\n      - 3\n      - 2\n"
    ]
