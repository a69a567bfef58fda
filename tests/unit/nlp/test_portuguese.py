"""Portuguese, the language that was added as a pack alone: everything that the first three can do."""

from datetime import UTC, datetime

import pytest

from nlp import pack
from nlp.gazetteer import Gazetteer
from nlp.kinds import Kind
from nlp.reader import Reader
from nlp.reading import Act, Hints, PersonalKind, Precision, TimeKind
from tests.unit.nlp.conftest import CITIES, _services

NOW = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)
"""A Wednesday."""


@pytest.fixture(scope="module")
def lusophone() -> Reader:
    """A Reader for a Boston whose first language is Portuguese."""
    languages = ["pt", "en", "fr", "es"]
    gazetteer = Gazetteer.load(CITIES / "boston", [pack.load(code) for code in languages])
    return Reader(_services("boston"), gazetteer, languages)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tem um buraco enorme na frente do 32 Church St, quebrou a roda da minha bicicleta", Kind.ROAD_SURFACE),
        ("O poste de luz está apagado na esquina da Tremont com a Boylston", Kind.STREET_LIGHTING),
        ("Ninguém recolheu o lixo esta semana", Kind.WASTE_COLLECTION),
        ("Há um colchão largado na calçada", Kind.DUMPING_LITTER),
        ("O bueiro está entupido e a rua alaga quando chove", Kind.DRAINS_WATER),
        ("Pichação no muro da escola", Kind.GRAFFITI), ("Barulho toda noite até as 3 da manhã", Kind.NOISE),
        ("A árvore caiu no passeio", Kind.TREES), ("Neve e gelo no passeio", Kind.SNOW_ICE),
        ("Não há rampa para cadeira de rodas", Kind.ACCESSIBILITY), ("Semáforo avariado", Kind.SIGNS_SIGNALS),
    ],
)  # fmt: skip
def test_reports(lusophone: Reader, text: str, kind: Kind) -> None:
    """Of Portugal and of Brazil: what is broken is known from residents' own words."""
    reading = lusophone.read(text)
    assert (reading.language, reading.act, next(iter(reading.kinds))) == ("pt", Act.REPORT, kind)
    assert not reading.danger


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("cancelar", Act.CANCEL), ("voltar", Act.BACK), ("começar de novo", Act.START_OVER), ("parar", Act.STOP),
        ("ajuda", Act.HELP), ("obrigado", Act.THANKS), ("Obrigada!", Act.THANKS), ("olá, bom dia", Act.GREETING),
        ("sim", Act.YES), ("não", Act.NO), ("não, do outro lado da rua", Act.CORRECTION),
        ("quero falar com uma pessoa", Act.TALK_TO_HUMAN), ("o que aconteceu com o meu pedido 1024?", Act.STATUS),
        ("que tal um parque infantil na praça?", Act.SUGGEST), ("voto no número 12", Act.VOTE),
        ("quanto custa a licença de estacionamento?", Act.QUESTION), ("português, por favor", Act.LANGUAGE),
    ],
)  # fmt: skip
def test_acts(lusophone: Reader, text: str, act: Act) -> None:
    """Words that steer, ask, thank and vote."""
    assert lusophone.read(text, Hints(language="pt")).act == act


@pytest.mark.parametrize(
    ("text", "danger"),
    [
        ("Cheira a gás na minha rua!", True), ("há fogo no prédio ao lado", True), ("um homem ferido na rua", True),
        ("ninguém ficou ferido, só caiu um galho", False), ("cheirava a gás a semana passada", False),
        ("a boca de incêndio está vazando", False), ("a lâmpada está queimada", False),
        ("o barco virou com crianças", True), ("um caminhão sem freios desce a rua", True),
        ("a minha filha não voltou da escola", True), ("ela engoliu uma pilha", True),
        ("está deitado nos trilhos", True), ("ele n respira ajuda", True),
        ("estão filmando um tiroteio na nossa rua", False), ("houve um tiroteio ontem à noite?", False),
        ("os preços são um assalto à mão armada", False), ("proponho uma placa contra o suicídio na ponte", False),
    ],
)  # fmt: skip
def test_danger(lusophone: Reader, text: str, danger: bool) -> None:
    """Emergencies, and what is denied, past or only named like one."""
    assert lusophone.read(text).danger is danger


@pytest.mark.parametrize(
    ("text", "precision", "streets"),
    [
        ("na frente do 32 Church St", Precision.ADDRESS, {"Church Street", None}),
        ("Church Street, número 32", Precision.ADDRESS, {"Church Street", None}),
        ("na esquina da Tremont com a Boylston", Precision.INTERSECTION, {"Tremont Street", "Boylston Street"}),
        ("entre a Tremont e a Boylston", Precision.INTERSECTION, {"Tremont Street", "Boylston Street"}),
    ],
)
def test_places(lusophone: Reader, text: str, precision: Precision, streets: set[str | None]) -> None:
    """The words around a street's name are Portuguese, whatever language it is called in."""
    place = lusophone.read(text, Hints(language="pt")).places[0]
    assert (place.precision, {place.street, place.cross}) == (precision, streets)


@pytest.mark.parametrize(
    ("text", "kind", "moment"),
    [
        ("desde terça-feira a luz está apagada", TimeKind.SINCE, datetime(2026, 3, 3, tzinfo=UTC)),
        ("há três dias que não há luz", TimeKind.AGO, datetime(2026, 3, 1, tzinfo=UTC)),
        ("carro abandonado há duas semanas", TimeKind.AGO, datetime(2026, 2, 18, tzinfo=UTC)),
        ("barulho todas as noites às 3", TimeKind.REPEATED, None),
    ],
)
def test_times(lusophone: Reader, text: str, kind: TimeKind, moment: datetime | None) -> None:
    """Since when, how long ago, how often; the day is that of the message's own calendar."""
    [span, *_] = lusophone.read(text, Hints(language="pt", at=NOW)).times
    assert span.kind == kind
    assert (span.moment and span.moment.date()) == (moment and moment.date())


def test_personal_data(lusophone: Reader) -> None:
    """Names after the phrases that introduce them, phones, e-mails, plates of both countries."""
    said = "Meu nome é João da Silva, telefone 617-555-0112, email joao@example.pt"
    found = {(span.kind, span.text) for span in lusophone.read(said).personal}
    assert found == {
        (PersonalKind.NAME, "João da Silva"), (PersonalKind.PHONE, "617-555-0112"),
        (PersonalKind.EMAIL, "joao@example.pt"),
    }  # fmt: skip
    for plate in ("placa ABC1D23", "matrícula AB-12-CD"):
        [span] = lusophone.read(f"O carro com {plate} está na ciclovia").personal
        assert (span.kind, span.text) == (PersonalKind.PLATE, plate.split()[1])


def test_several_matters(lusophone: Reader) -> None:
    """Two problems in one message are two reports."""
    assert len(lusophone.read("Há um buraco na Church St e também o poste está apagado").matters) == 2


@pytest.mark.parametrize(("text", "choice"), [("a segunda", 2), ("opção 3", 3), ("o primeiro", 1)])
def test_choices(lusophone: Reader, text: str, choice: int) -> None:
    """Choices by their number in words."""
    assert lusophone.read(text, Hints(language="pt")).choice_number == choice


@pytest.mark.parametrize("code", ["pt", "en", "fr", "es"])
def test_the_languages_are_told_apart(lusophone: Reader, code: str) -> None:
    """Portuguese is no Spanish, though the two share most of their words."""
    said = {
        "pt": "A lâmpada da minha rua não funciona desde ontem", "es": "La farola de mi calle no funciona desde ayer",
        "fr": "Le lampadaire de ma rue ne marche plus", "en": "The lamp in my street has been out since May",
    }  # fmt: skip
    assert lusophone.read(said[code]).language == code
