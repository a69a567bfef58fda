"""What residents write every day is no emergency: a false alarm sends people out, and tells the writer to call 911."""

import pytest

from nlp.reader import Reader


@pytest.mark.parametrize(
    "text",
    [
        "The streetlight is out", "There is a pothole and also the streetlight is out at 32 Church St",
        "the second is at 14 Park St", "Send with my name", "There is a power outage on our block",
        "Something is wrong in front of 32 Church St", "about 1001: it got worse", "The street light is flickering",
        "Trash was not picked up on our street", "There is a broken bench in the park", "A car is blocking my driveway",
        "a man is yelling outside the bar every night", "the neighbors are fighting about parking again",
        "a tree branch fell on the sidewalk", "The bus shelter glass is smashed", "dead squirrel in the road",
        "people are smoking in the playground", "somebody dumped two couches behind the school",
        "the elevator at the library is not working", "the planes are flying too low over our house",
        "the manhole cover rattles when cars drive over it", "no it is the other side of the street",
        "kids are on the roof of the bus shelter every afternoon", "the traffic light is out at Tremont and Boylston",
        "my neighbor shovels his snow into the street", "a homeless man sleeps in the bus stop at night",
        "The fire hydrant was knocked over and is lying on the ground", "water comes out of the street",
        "They are jackhammering at 6 in the morning", "yes the one next to the school, near the door",
    ],
)  # fmt: skip
def test_everyday_english_alarms_nobody(reader: Reader, text: str) -> None:
    """Lamps, noise, people who are a nuisance, answers to a question."""
    assert not reader.read(text).danger


@pytest.mark.parametrize(
    "text",
    [
        "Il y a un souci au 3 place du Commerce", "Le lampadaire est en panne devant chez moi", "Il y a un trou énorme",
        "Les poubelles n'ont pas été ramassées", "Le deuxième est au 14 rue de Strasbourg", "Envoyez avec mon nom",
        "sur le 1001 : c'est pire", "Une panne de courant dans notre rue", "Les voisins crient tous les soirs",
        "Une voiture bloque mon entrée", "Une branche est tombée sur le trottoir", "Un chat mort sur la chaussée",
        "L'ascenseur de la médiathèque ne marche pas", "Des jeunes fument devant l'entrée", "non, de l'autre côté",
        "Quelqu'un a jeté un canapé derrière l'école", "Le banc du parc est cassé", "Il y a de l'eau sur la route",
        "Un homme dort dans l'abribus", "Le feu piéton ne passe jamais au vert", "C'est près de la porte de l'école",
        "Un enfant a dessiné sur le mur", "Les travaux commencent à six heures du matin",
        "La plaque d'égout fait du bruit",
    ],
)  # fmt: skip
def test_everyday_french_alarms_nobody(nantes_reader: Reader, text: str) -> None:
    """The same in French."""
    assert not nantes_reader.read(text).danger


@pytest.mark.parametrize(
    "text",
    [
        "Hay un bache enorme", "sobre 1001: está peor", "La farola está apagada", "No recogieron la basura",
        "El segundo está en 14 Park St", "Envíalo con mi nombre", "Hay un apagón en nuestra cuadra",
        "Algo está mal frente a 32 Church St", "Un carro bloquea mi entrada", "Se cayó una rama en la acera",
        "Los vecinos gritan todas las noches", "Un hombre duerme en la parada", "El banco del parque está roto",
        "Hay un gato muerto en la calle", "Alguien tiró un sofá detrás de la escuela", "El semáforo no funciona",
        "El elevador de la biblioteca no sirve", "Unos jóvenes fuman en la entrada", "no, es del otro lado",
        "Sale agua de la calle", "Las obras empiezan a las seis de la mañana", "La tapa de la alcantarilla hace ruido",
        "Un niño rayó la pared", "Está cerca de la puerta de la escuela", "Mi vecino tira la nieve a la calle",
    ],
)  # fmt: skip
def test_everyday_spanish_alarms_nobody(reader: Reader, text: str) -> None:
    """The same in Spanish."""
    assert not reader.read(text).danger
