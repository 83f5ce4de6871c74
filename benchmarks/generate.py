"""A practice of invented clients, for measuring: `python benchmarks/generate.py FOLDER [CLIENTS]`.

Twelve files a client, each as long as real ones: client, history, consent, assessment, plan, five sessions, a
checkin and a discharge. The same seed gives the same bytes.
"""

from __future__ import annotations

import random
import sys
from datetime import date, timedelta
from pathlib import Path

PRACTICE = """\
format: 0
name: Benchmark Massage
phone: 555-0100
therapists:
  - id: rivera
    name: Ana Rivera
    skills: [effleurage, petrissage, myofascial-release, trigger-point-compression, hot-therapy]
language: en
paper: letter
usual:
  pain: {scale: nprs}
  rom: {method: goniometer}
"""

SAID = (
    "Better for two days, then a double shift at the warehouse and it came back by the evening.",
    "Mornings are easier, sitting through a long meeting is not. Slept through twice this week.",
    "Walked every day but one. The stairs at work no longer bother me, carrying still does.",
)


def main(folder: Path, clients: int = 2000) -> None:
    """Write the practice."""
    random.seed(7)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "practice.yaml").write_text(PRACTICE, encoding="utf-8")
    for n in range(clients):
        place = folder / "clients" / f"bm-{n:04d}"
        place.mkdir(parents=True, exist_ok=True)
        for name, text in _client(n).items():
            (place / name).write_text(text, encoding="utf-8")


def _client(n: int) -> dict[str, str]:
    start = date(2025, 1, 6) + timedelta(days=n % 300)
    files = {
        "client.yaml": CLIENT.format(n=n, year=1950 + n % 50),
        f"{start}-history.yaml": HISTORY.format(day=start),
        f"{start}-consent.yaml": CONSENT.format(day=start, until=start + timedelta(days=365)),
        f"{start}-assessment.yaml": ASSESSMENT.format(day=start, **_figures()),
        f"{start}-plan.yaml": PLAN.format(day=start),
    }
    for visit in range(1, 6):
        day = start + timedelta(days=7 * (visit - 1))
        files[f"{day}-session.yaml"] = SESSION.format(day=day, visit=visit, said=random.choice(SAID), **_figures())
    later = start + timedelta(days=10)
    files[f"{later}-checkin.yaml"] = CHECKIN.format(day=later, **_figures())
    end = start + timedelta(days=40)
    files[f"{end}-discharge.yaml"] = DISCHARGE.format(day=end, **_figures())
    return files


def _figures() -> dict[str, int]:
    pain = random.randint(3, 8)
    return {
        "pain": pain,
        "after": max(0, pain - random.randint(0, 3)),
        "flexion": random.randint(25, 60),
        "left": random.randint(10, 25),
        "right": random.randint(10, 25),
        "psfs": random.randint(1, 9),
        "rmdq": random.randint(2, 20),
        "done": random.randint(0, 7),
    }


CLIENT = """\
name: Client Number {n}
born: {year}-03-05
sex: female
language: en
phone: 519-555-0{n:04d}
email: client{n}@example.org
emergency: A relative 519-555-9999
occupation: warehouse picker, 10 h shifts, 4 days a week
hand: right
household: partner, two children (3 and 6)
activities: [five-a-side football, choir]
equipment: [mat, rucksack]
dislikes: gyms
referred-by: a colleague at work
since: 2025-01-06
"""
HISTORY = """\
date: {day}
therapist: rivera
how: form
history:
  diagnoses: none
  surgeries: [{{what: appendix, when: 2009}}]
  injuries:
    - {{what: the same back, when: 2021, helped: a week off}}
    - what: ankle sprain
      when: 2018
      where: left ankle
      words: Rolled it playing football and walked home on it.
  medicines: [{{what: ibuprofen, dose: 400 mg, often: 3/week, for: back pain}}]
  allergies: none
  care:
    - {{what: one massage at a spa, helped: two days}}
    - {{what: physiotherapy, when: 2021, helped: a good deal while it lasted}}
  work: [{{what: warehouse picker, since: 2016, words: Ten hour shifts and a long drive.}}]
screening:
  cauda-equina: no
  progressive-neuro: no
  spinal-fracture: no
  cancer-history: no
  weight-loss: no
  anticoagulants: no
"""
CONSENT = """\
date: {day}
therapist: rivera
who: client
gives:
  - treatment
  - {{for: sensitive-area, areas: gluteal, until: {until}, words: Fine through the sheet}}
  - phone
refuses: [photos]
how: signed and spoken
told: [what I will do and why, what it may feel like, stop at any time]
"""
ASSESSMENT = """\
date: {day}
therapist: rivera
visit: 1
reason: My back goes when I lift crates. I am scared of losing shifts.
symptoms:
  - where: right lumbar
    now: {pain}
    worst: 8
    least: 2
    quality: [dull, tight, catching]
    since: 7 weeks
    onset: lifted a crate from the floor at the end of a double shift
    worse-with: [lifting from the floor, driving over 30 min, end of a shift]
    better-with: [walking, a hot shower]
    pattern: stiff for half an hour on waking, worst late in the shift
    wakes: 3/night
    stops-me: [football, carrying my little one upstairs]
screening:
  cauda-equina: no
  progressive-neuro: no
  spinal-infection: no
measures:
  rom/lumbar-flexion: {{value: {flexion}, hurts: 6, stopped-by: pull low on the right}}
  rom/lumbar-extension: {{value: 15, hurts: 3}}
  rom/lumbar-lateral-flexion: {{left: {left}, right: {right}}}
  rom/hip-flexion: {{left: 115, right: 100}}
  rom/straight-leg-raise: {{left: 75 negative, right: 65 negative}}
  strength/hip-abduction: {{left: 5/5, right: 4-/5}}
  strength/hip-extension: {{both: 4/5}}
  palpation/quadratus-lumborum: {{right: {{tone: high, tender: 7}}}}
  psfs:
    lift-crate: {{value: {psfs}, words: Lift a crate from the floor to the belt}}
    drive-home: {{value: 5, words: Drive home without stopping to stretch}}
  rmdq: {rmdq}/24
impression: >
  Low back pain with movement loss to the left and a weak right hip, seven weeks,
  no sign of nerve or serious cause. Fear for work is part of it.
"""
PLAN = """\
date: {day}
therapist: rivera
assessment: {day}-assessment
agreed:
  how: talked through face to face, wrote down the goals
  teach-back: Told it back - move it, legs do the lifting
  confidence: 7/10
why: |
  A muscle and joint on the right of your low back were strained and stayed tight.
  Tight and sore is not the same as damaged. Your hip is weaker on that side, so your
  back does the lifting. Warm it, move it a little often, and let your legs lift.
goals:
  - id: lift
    words: Lift crates all shift without my back going
    owner: client
    measure: psfs/lift-crate
    from: 3
    to: 8
    by: visit 8
visits: {{planned: 5, often: weekly, length: 60 min, reassess: [visit 4]}}
expect: {{by: visit 4, measure: psfs/lift-crate, change: up 3, because: cherkin-2011}}
techniques:
  - myofascial-release thoracolumbar-fascia 15 min
  - trigger-point-compression right quadratus-lumborum 10 min
  - petrissage right gluteus-medius piriformis 15 min
  - hot-therapy lumbar 10 min
homework:
  - {{do: knee-roll, reps: 10, each: side, often: 2/day, weeks: 1-4, at: in bed before getting up}}
  - {{do: walking-plan, length: 15 min, often: daily, weeks: 1-5, at: lunch break}}
  - {{do: hip-hinge, sets: 2, reps: 8-10, often: 4/week, weeks: 1-5, at: before the shift, goal: lift}}
advice:
  - Ask for waist-high shelves for four weeks.
  - Change position every 30 minutes when driving.
discharge-when: both goals met, or no clear change at visit 5
"""
SESSION = """\
date: {day}
therapist: rivera
visit: {visit}
start: 17:30
length: 60 min
said: {said}
measures:
  pain: {pain} -> {after}
  rom/lumbar-flexion: {flexion}
  rom/lumbar-lateral-flexion: {{left: {left}, right: {right}}}
  rom/straight-leg-raise: {{left: 75 negative, right: 70 negative}}
  psfs: {{lift-crate: {psfs}, drive-home: 6}}
did:
  - myofascial-release thoracolumbar-fascia 15 min
  - trigger-point-compression right quadratus-lumborum 10 min
  - {{use: petrissage, where: right gluteus-medius, length: 15 min, pressure: medium, response: eased at once}}
  - hot-therapy lumbar 10 min
consented: right gluteal
positioning: side-lying with a wedge under the knees, changed once
comfort: asked twice, warm enough
response: Warm and looser, stood up without holding on to the table. No soreness when asked.
taught: [knee roll, hip hinge with a broom stick]
homework-done: {{knee-roll: {done}/14, walking-plan: {done}/7, hip-hinge: 3/4}}
adverse: none
next: Deeper on the right hip next time if he agrees, and look at the way he lifts the crates.
"""
CHECKIN = """\
date: {day}
therapist: rivera
how: phone
said: Very sore for two days after the visit, then better than before. No leg pain, no tingling.
measures: {{pain: {pain}, work/days-off: 0}}
homework-done: {{knee-roll: {done}/14, walking-plan: {done}/7}}
adverse:
  - what: soreness
    where: right gluteal
    severity: mild
    lasted: 2 days
    settled: yes
    did: Told him cool packs and walking. Call me if numb or worse.
asked: May I swim?
answered: Yes, on your back, as long as it feels good the next morning.
next: Less pressure, shorter holds on the right hip.
"""
DISCHARGE = """\
date: {day}
therapist: rivera
reason: goals-met
goals: {{lift: met}}
words: I know what to do when it grumbles.
measures: {{rmdq: {rmdq}/24, psfs/lift-crate: {psfs}}}
homework:
  - {{do: walking-plan, length: 15 min, often: 5/week}}
  - {{do: glute-bridge, sets: 2, reps: 10, hold: 3 s, often: 3/week}}
follow-up:
  - {{when: 6 weeks after end, how: phone, what: pain and lifting}}
summary: |
  Five visits in six weeks, none missed. Keep walking and the bridge.
  Come back if it wakes you or the leg tingles.
"""

if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 2000)
