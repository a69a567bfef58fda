"""Emergencies and what only looks like one."""

import pytest

from nlp.reader import Reader


@pytest.mark.parametrize(
    "text",
    [
        "I smell gas in front of my house", "there's a strong gas odor on Adams St", "the house next door is on fire",
        "smoke is coming out of the basement", "there's a live wire down on the sidewalk", "sparks from the power line",
        "a man is bleeding on the corner", "someone has been stabbed", "the wall collapsed on a car", "emergency!",
        "I smelled gas yesterday and it still smells", "not sure what but I smell gas", "he has a gun",
        "ça sent le gaz rue Washington", "il y a une fuite de gaz", "un homme est blessé devant la gare",
        "l'immeuble est en feu", "un câble électrique est tombé par terre", "au secours", "il a un couteau",
        "huele a gas en mi calle", "hay fuego en el edificio", "hay un hombre herido en la calle",
        "un cable caído echa chispas", "auxilio", "se derrumbó la pared y hay heridos",
    ],
)  # fmt: skip
def test_an_emergency_is_known(reader: Reader, text: str) -> None:
    """In every language, whatever language the message is taken for."""
    assert reader.read(text).danger


@pytest.mark.parametrize(
    "text",
    [
        "vengan, es un infarto", "mi marido está en el suelo, dice el vecino que es un infarto",
        "se desangra con un corte en el cuello", "hace dos meses que me encierra y ahora me quiere matar",
        "it is a snake, it bit my son", "he was fine now he is unconscious", "she was ok now she's not breathing",
        "it looked like just a scratch but he is bleeding heavily",
        "deux personnes ensevelies depuis l'effondrement, on les entend",
        "depuis l'incendie un homme est coincé sous les décombres", "le toit du café brûle",
        "the drill is over and now a man is lying on the floor unconscious",
        "I wanted to suggest a bench but a boy just fell into the river",
        "prices at the shop are a joke, anyway: a man with a knife is threatening the cashier",
        "je voulais parler des prix du bus mais un homme est inconscient devant moi",
        "ayer arreglaron la luz, ahora hay un hombre inconsciente en la acera",
        "can somebody come? he is not breathing", "what do I do, he is not breathing",
    ],
)  # fmt: skip
def test_harmless_words_never_silence_an_emergency(reader: Reader, text: str) -> None:
    """Words of jokes, of trifles and of the past stand in true emergencies too."""
    assert reader.read(text).danger


@pytest.mark.parametrize(
    "text",
    [
        "There's a huge pothole in front of 32 Church St, my bike wheel broke", "I smelled gas last week",
        "no one was hurt but the branch fell", "luckily nobody got hurt", "trash at the gas station",
        "fire hydrant is leaking", "someone could get hurt here", "someone is going to get hurt at this crossing",
        "cars parked in the fire lane", "fireworks every night", "it's not an emergency but the light is out",
        "the gas lamp on our street is out", "my tire exploded last month", "please fix this before a child is hurt",
        "le feu rouge est en panne", "personne n'est blessé", "ça sentait le gaz la semaine dernière",
        "la bouche d'incendie fuit", "un enfant pourrait être blessé", "le lampadaire est éteint",
        "nadie resultó herido", "la boca de incendio tiene una fuga", "olía a gas la semana pasada",
        "fuegos artificiales toda la noche", "la farola no funciona",
    ],
)  # fmt: skip
def test_what_only_looks_like_danger_is_none(reader: Reader, text: str) -> None:
    """Negations, conditions, past times and harmless words with the same letters."""
    assert not reader.read(text).danger


@pytest.mark.parametrize(
    "text",
    [
        "the rowing boat has capsized and there are people in it", "a lorry without a driver is rolling down the hill",
        "my daughter never came home from school", "they keep the girl locked up, she is not allowed to leave",
        "an old man is lying on the tracks", "her hair is caught in the mixer", "he drank half a bottle of antifreeze",
        "some1 is drownin", "la barque s'est retournée avec trois enfants", "un camion sans freins descend la rue",
        "ma fille n'est pas rentrée de l'école et il fait nuit", "les clients sont ligotés",
        "il est couché sur les rails",
        "sa main est coincée dans la presse", "elle a avalé une pile", "kelkun se noie",
        "la lancha se hundió con tres niños", "un camión sin frenos viene bajando",
        "mi hija no ha vuelto de la escuela",
        "tienen a los clientes amarrados", "está acostado en las vías", "tiene la mano atrapada en la prensa",
        "se tragó una pila", "mi jente se aoga",
    ],
)  # fmt: skip
def test_who_and_what_happens_are_heard_apart(reader: Reader, text: str) -> None:
    """Pairs of groups, misspelt too: they stand for sentences that nobody wrote down."""
    assert reader.read(text).danger


@pytest.mark.parametrize(
    "text",
    [
        "they are filming a shootout on our street all week, where can I park?", "was there a shooting last night?",
        "parking prices downtown are armed robbery", "put a suicide hotline sign on the bridge, I suggest",
        "a bird is trapped in the subway station", "on tourne une fusillade dans notre rue, où se garer ?",
        "je propose un panneau SOS suicide sur le pont", "exercice incendie au collège depuis 9h, ça sonne encore",
        "están filmando un tiroteo en nuestra calle toda la semana", "hubo un tiroteo anoche?",
        "propongo un cartel contra el suicidio en el puente", "precios de infarto en el nuevo garaje",
        "hace dos años atropellaron a un niño aquí",
    ],
)  # fmt: skip
def test_shows_plans_prices_and_questions_are_none(reader: Reader, text: str) -> None:
    """The words of an emergency, about something else."""
    assert not reader.read(text).danger
