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
