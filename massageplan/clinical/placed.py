"""Where each place of the library lies, and other names for places; a region or place is before each colon.

Made from the regions, muscles and short words of the library, so that a check need not read them at each run:
`MPLAN_UPDATE=1 python -m pytest tests/clinical/test_places.py`.
"""

LYING = """
abdomen: abdomen rectus-abdominis external-oblique internal-oblique transversus-abdominis
elbow: elbow biceps-brachii brachialis triceps-brachii
foot: foot ankle heel arch toes big-toe foot-intrinsics plantar-fascia
forearm: forearm wrist hand thumb fingers palm brachioradialis anconeus pronator-teres pronator-quadratus supinator
  wrist-flexors wrist-extensors finger-flexors finger-extensors thenar
general: general
head: head scalp face forehead temple skull-base frontalis-occipitalis
hip: hip pelvis groin buttock gluteal pelvic-floor iliopsoas rectus-femoris sartorius tensor-fasciae-latae
  gluteus-maximus gluteus-medius gluteus-minimus piriformis deep-external-rotators hip-adductors
jaw: jaw cheek digastric masseter temporalis medial-pterygoid lateral-pterygoid
knee: knee patella patellar-tendon popliteus
low-back: low-back lumbar back spine sacrum sacroiliac coccyx flank erector-spinae erector-spinae-lumbar
  multifidus-lumbar quadratus-lumborum thoracolumbar-fascia
lower-leg: lower-leg leg calf shin gastrocnemius soleus tibialis-anterior toe-extensors tibialis-posterior
  toe-flexors-long fibularis achilles-tendon
neck: neck cervical throat suboccipitals longus-colli-capitis sternocleidomastoid scalenes trapezius upper-trapezius
  levator-scapulae splenius semispinalis cervical-multifidus hyoids
pregnancy: pregnancy
shoulder: shoulder scapula clavicle axilla arm upper-arm rotator-cuff deltoid teres-major anterior-deltoid
  middle-deltoid posterior-deltoid supraspinatus infraspinatus teres-minor subscapularis coracobrachialis
thigh: thigh hamstrings quadriceps iliotibial-band
thorax: thorax thoracic upper-back mid-back chest ribs sternum erector-spinae-thoracic diaphragm intercostals
  rhomboids middle-trapezius lower-trapezius serratus-anterior serratus-posterior latissimus-dorsi pectorals
  pectoralis-major pectoralis-minor
"""
"""The places of each region."""

FURTHER = """
elbow: coracobrachialis
foot: tibialis-posterior toe-extensors toe-flexors-long
jaw: hyoids
low-back: iliopsoas
shoulder: latissimus-dorsi levator-scapulae lower-trapezius middle-trapezius pectoralis-major pectoralis-minor
  rhomboids serratus-anterior upper-trapezius
thigh: hip-adductors rectus-femoris sartorius tensor-fasciae-latae
"""
"""Muscles that reach into a region besides the one they are assessed with."""

CALLED = """
abdomen: belly stomach tummy abdominal-wall abdominals core
achilles-tendon: achilles
anterior-deltoid: ant-delts
axilla: armpit
biceps-brachii: biceps
big-toe: hallux
buttock: buttocks
calf: calves
cheek: cheeks
clavicle: collarbone
coccyx: tailbone
deep-external-rotators: deep-six deep-6
deltoid: delts delt
elbow: elbow-joint tennis-elbow golfer-elbow lateral-elbow medial-elbow epicondyle funny-bone
erector-spinae: es paraspinals erectors
erector-spinae-lumbar: lumbar-es lumb-es
erector-spinae-thoracic: thoracic-es thor-es
fibularis: peroneals peroneus
fingers: finger
flank: flanks
foot: feet ankle-and-foot heel-pain sole toe instep plantar
forearm: lower-arm wrist-and-hand hand-and-wrist carpal-tunnel cts
gastrocnemius: gastroc gastrocs
general: full-body all-over widespread everywhere relaxation stress stress-and-sleep sleep wellness recovery sport
  whole-body
gluteal: glutes glute gluts
gluteus-maximus: gmax
gluteus-medius: gmed
gluteus-minimus: gmin
hamstrings: hams hs
head: skull cranium headache migraine tension-headache
heel: heels
hip: hip-joint pelvic-girdle seat outer-hip trochanter
hip-adductors: adductors
iliopsoas: psoas hip-flexors
iliotibial-band: itb it-band
infraspinatus: infra
jaw: tmj tmd temporomandibular temporomandibular-joint jaw-joint mandible chewing-muscles
knee: knee-joint knee-cap patellofemoral back-of-knee
latissimus-dorsi: lats lat
levator-scapulae: lev-scap lev levs
longus-colli-capitis: dnf deep-neck-flexors
low-back: lb lower-back lumbar-spine l-spine lumbago lumbosacral lbp low-back-pain sciatica loin lx
lower-leg: shins shin-splints heel-cord peroneal tibia fibula
lower-trapezius: lower-traps
medial-pterygoid: med-pteryg
mid-back: midback
middle-deltoid: mid-delt
middle-trapezius: mid-trap mid-traps
multifidus-lumbar: multifidus
neck: cervical-spine c-spine cx nape stiff-neck text-neck
patella: kneecap
pectoralis-major: pec-maj
pectorals: pecs pec
piriformis: pir piri
posterior-deltoid: post-delts
pregnancy: pregnant prenatal antenatal maternity expecting postnatal postpartum
quadratus-lumborum: ql
quadriceps: quads quad
rectus-abdominis: abs
rhomboids: rhomb rhombs
rotator-cuff: rc cuff
sacroiliac: si sij si-joint
scalenes: scal
shoulder: shld shoulder-joint glenohumeral gh-joint ac-joint frozen-shoulder impingement shoulder-blade
  shoulder-girdle
skull-base: base-of-skull occiput
sternocleidomastoid: scm
sternum: breastbone
suboccipitals: subocc suboccs
subscapularis: subscap
supraspinatus: supra
temple: temples
tensor-fasciae-latae: tfl
thigh: upper-leg front-of-thigh back-of-thigh inner-thigh outer-thigh hamstring femur
thoracolumbar-fascia: tl-fascia tlf
thorax: thoracic-spine t-spine tx-spine middle-back between-the-shoulder-blades rhomboid chest-wall rib-cage
tibialis-anterior: tib-ant
tibialis-posterior: tib-post
toe-flexors-long: toe-flexors
transversus-abdominis: tva
trapezius: traps trap
triceps-brachii: triceps
upper-back: ub
upper-trapezius: ut uft upper-traps
"""
"""Other names of a place or region."""
