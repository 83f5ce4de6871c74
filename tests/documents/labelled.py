"""Words of exercises with their syllables, counted by ear and not by the rule."""

from __future__ import annotations

ENGLISH = {
    1: """
        ache arch arms ball band bend blade bones both brace breathe breaths bridge bruise chair cheeks chest chin
        clench clothes curled cuff eased eyes feels feet floor fourth glide grip heels held hips hinge hold hurts
        joint jaw knees kneel lift limbs lunge made moves neck numb palm pace pain press pulled raise reach ribs
        rolled rounds scarf seat shoes shrug side sleeve slouch spine squeezed stairs stand stiff stooped straight
        strength stretch stretched tailed toes tongue tucked twelve waist weight wrist
    """,
    2: """
        about ankle ankles always backache behind belly bending better blanket breathing breathless buttock calmly
        careful chairside circle client cushion dizzy doing doorway elbow evening every finger forearm forward
        gently going hamstring headache headaches heavy homework housework inches inner itself kneeling knuckles
        lengthen lifted little lower lying massage mattress minute morning movement muscle needed neutral numbness
        often only outer pelvis pillow pressing quickly quiet rather relax rhythm rounded safely seconds settled
        shoulder sideways sitting slowly something sometimes spasm standing steady stomach stretches stretching
        swelling tendon tingles towel turning upper upright walking weakness worries
    """,
    3: """
        anchoring area another butterfly carefully condition diary energy everything exercise extension fingertips
        gradual however idea important instructor lavender medial muscular opening overhead pendulum pregnancy
        recover repeated rotation sensation shoulderblades stamina straightening tightening together tomorrow
        towelling triangle unsteady vertebrae yesterday
    """,
    4: """
        abdominal activity anterior comfortable everybody gradually maternity posterior regularly repetitions
        temperature usually exercising material interior
    """,
    5: "approximately immediately flexibility opportunity physiology",
    6: "physiotherapist physiotherapy responsibility",
}

SPANISH = {
    1: """
        y al bien con cruz diez dos hay ley luz más muy paz pie pies piel por pues que rey seis sol tres tu voz fue
        quien
    """,
    2: """
        abre abra agua aire ancho bajo banda baja boca brazo brazos buena busca cada cae caer cama cambia carga
        cerca cinco codo codos cojín cuello cuerpo cuesta cuida deja dedos detrás doblar duele duermes fuerte fuerza
        gira golpe guía guante hace hombro hombros hueso jala junta labios lado lejos lento leer llaga mano manos
        mantén media mejor menos miedo mira mueve muslo nalga nariz nuca ojos oír paño pared pausa pecho peso pierna
        piernas piso poco puño puente punta pulgar pulso quieto reír ritmo silla siente siete sigue sueño suelo
        suelta suave talón tarde tensa tendón tiempo tronco vientre viene vuelve vuelta
    """,
    3: """
        abajo abierto acerca acuesta afloja agüita ahora alivia apoya aprieta arriba ayuda cadera camina cansancio
        cabeza ciático columna cuidado cuidarte derecha despacio espalda estira flexiona izquierdo levanta mejilla
        músculo náuseas oído palmada pantalla pelota pequeño pingüino presiona primero queredlo rodilla rodillas
        segundos sentado siéntate sostenla tobillo toalla vértebra zapatos dolores mañana caliente masaje
    """,
    4: """
        acuéstate adelante agáchate aflojando almohada costillitas equilibrio extremidad hormigueo levántate
        movimiento omóplato pantorrilla respiración repetición todavía aéreo antebrazo muéstramelo
    """,
    5: "enderézate fisioterapia escalofríos adolorido hormigueando temperatura deslizándola",
    6: "inmediatamente fisioterapeuta",
}


def labelled(by_count: dict[int, str]) -> list[tuple[str, int]]:
    """Each word with its count."""
    return [(word, count) for count, words in by_count.items() for word in words.split()]
