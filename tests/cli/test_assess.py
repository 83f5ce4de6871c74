"""An assessment on a real terminal, from the first question to the record."""

from __future__ import annotations

import gitpractice
import pytest
from prompting import DAY, HEAD, JD, Opens, interrupted

from .assessing import NO_SIGN_OF_LOW_BACK, TALK, record

WOMAN = "name: Jane Doe\nborn: 1990-05-04\nsex: female\n"

LOW_BACK = (
    HEAD
    + """\
reason: My back catches when I lift her.
symptoms:
  - where:
      - right low-back (belt line)
      - left calf
    now: 5
    worst: 8
    least: 2
    quality:
      - dull
      - catching
    worse-with:
      - lifting
      - sitting
    better-with: walking
    pattern: mornings
    stops-me: lift my daughter
"""
    + NO_SIGN_OF_LOW_BACK
    + """\
  yf-low-mood: no
presentation: lbp-chronic
measures:
  rom:
    lumbar-flexion:
      value: 40 (pull, right)
      hurts: 4
    lumbar-extension: 10
    thoracolumbar-lateral-flexion:
      left: 14
      right: 22
    straight-leg-raise:
      left: 75 negative
      right: 50 positive
  palpation:
    quadratus-lumborum:
      right:
        tone: high
        tender: 6
  posture:
    head: forward
  test:
    slump:
      left: negative
      right: positive
  strength:
    quadriceps:
      left: 4/5
      right: 3+/5
  rmdq:
    items:
"""
    + "".join(f"      - {int(n in (1, 4, 9))}\n" for n in range(1, 25))
    + """\
  psfs:
    lift-carry:
      value: 4
      words: Lift, carry
impression: Stiff low back.
"""
)

NECK_SIGNS = (
        "cervical-artery", "thunderclap-headache", "headache-neuro", "neck-trauma", "cord-compression",
        "upper-cervical-instability", "cancer-history", "fever", "carotid-care", "anticoagulants",
)  # fmt: skip
NECK = (
    HEAD
    + "reason: I cannot turn my head to park.\nsymptoms:\n"
    + "  - where: right neck\n    now: 4\n    worst: 7\n    least: 1\n"
    + "screening:\n"
    + "".join(f"  {sign}: no\n" for sign in NECK_SIGNS)
    + """\
presentation: neck-pain
measures:
  rom:
    cervical-rotation:
      left: 70
      right:
        value: 48
        hurts: 5
    cervical-flexion: 45
  palpation:
    upper-trapezius:
      right:
        tone: high
        tender: 5
        trigger-points: 2
  ndi: 14/50
impression: Stiff.
"""
)

SHOULDER_SIGNS = (
        "cardiac-chest-pain", "septic-joint", "shoulder-dislocation-or-tear", "tendon-muscle-rupture", "pancoast",
        "cancer-history", "fever", "recent-surgery", "anticoagulants", "diabetes-neuropathy",
)  # fmt: skip
SHOULDER = (
    HEAD
    + "reason: Coat.\nsymptoms:\n  - where: left shoulder\n    worst: 6\n    stops-me: putting on a coat\n"
    + "screening:\n"
    + "".join(f"  {sign}: no\n" for sign in SHOULDER_SIGNS)
    + """\
presentation: frozen-shoulder
measures:
  rom:
    shoulder-flexion:
      left:
        value: 120
        hurts: 4
      right: 175
    shoulder-abduction:
      left: 90
      right: 170
    shoulder-external-rotation:
      left: 20
      right: 60
  test:
    hawkins:
      left: positive
  psfs:
    put-coat:
      value: 3
      words: put on a coat
"""
)


@pytest.fixture
def woman(practice: gitpractice.Practice) -> gitpractice.Practice:
    """The practice, where of Jane age and sex are known."""
    practice.write(f"clients/{JD}/client.yaml", WOMAN)
    practice.git("commit", "-qam", "age and sex")
    return practice


def test_a_low_back_from_begin_to_record(woman: gitpractice.Practice, opens: Opens) -> None:
    """A first visit with everything answered takes fewer than 25 answers, the Enter that keeps it among them."""
    before = woman.records
    visit = opens("assess", "jane")
    visit.type("My back catches when I lift her.", "right low back (belt line); left calf", "5 8 2", "dull; catching")
    visit.type("lifting; sitting", "walking", "mornings", "lift my daughter", "none", "2", "none")
    visit.type("flex 40 hurts 4 (pull, right), ext 10, lat flex L 14 R 22, slr L 75 neg R 50 pos", "QL R high tender 6")
    visit.type("posture head forward, slump L neg R pos, str quads L 4/5 R 3+/5", "ask rmdq", "1 4 9")
    visit.type('psfs "Lift, carry" 4', "Stiff low back.", "")
    assert visit.end() == 0
    assert visit.sent < 25
    assert record(woman, before) == LOW_BACK
    assert woman.subjects()[0] == f"assessment {DAY} {JD}"
    for shown in (
        "rmdq: 3",
        "    lumbar flexion                 60 (AMA)",
        "hip extension                  18.1 (CDC women",
    ):
        assert shown in visit.seen
    assert "lumbar flexion: erector spinae lumbar, multifidus lumbar" in visit.seen.replace("\n    ", " ")
    assert "what it stops the client from makes good activities for psfs" in visit.seen


def test_a_neck_from_begin_to_record(woman: gitpractice.Practice, opens: Opens) -> None:
    """The region may be told at once; what was not looked at is left out."""
    before = woman.records
    visit = opens("assess", "jane", "--region", "neck")
    visit.type("I cannot turn my head to park.", "right neck", "4 7 1", *TALK, "none", "1")
    visit.type("rot L 70 R 48 hurts 5, flex 45", "upper traps R tight tender 5 tp 2", "", "ndi 14/50", "Stiff.", "")
    assert visit.end() == 0
    assert visit.sent < 25
    assert record(woman, before) == NECK


def test_a_shoulder_from_begin_to_record(practice: gitpractice.Practice, opens: Opens) -> None:
    """Of a client whose age nobody knows: the printed figures, and none for an age."""
    before = practice.records
    visit = opens("assess", "jane")
    visit.type("Coat.", "left shoulder", "- 6", "", "", "", "", "putting on a coat", "none", "1")
    visit.type("flex L 120 hurts 4 R 175, abd L 90 R 170, er L 20 R 60", "", "hawkins L pos", "ask psfs")
    visit.type("put on a coat 3", "", "", "", "", "")
    assert visit.end() == 0
    assert visit.sent < 25
    assert record(practice, before) == SHOULDER
    assert "CDC" not in visit.seen
    assert "180 (AAOS)" in visit.seen


def test_a_short_word_is_never_of_another_joint(opens: Opens) -> None:
    """The low back has no rotation to test; that of the hip is not meant until the hip is named."""
    visit = opens("assess", "jane", "--region", "low-back", columns=100)
    visit.type("", "", "", *TALK, "none", "", "rot L 30 R 40", "hip int rot L 30 R 40")
    visit.wait()
    assert visit.seen.count("Several measures may be meant here.") == 1
    assert "look at: " not in visit.seen.rpartition("Palpation")[2]
    assert interrupted(visit) == 130
