"""A language is added without code: a pack and a corpus are enough, and no module knows one by name."""

import ast
from pathlib import Path

import pytest

from nlp import corpus, pack, trainer
from nlp.corpus import Sentence
from nlp.gazetteer import Gazetteer
from nlp.kinds import Kind
from nlp.reader import Reader
from nlp.reading import Act
from nlp.services import ServiceWords
from tests.unit.nlp.conftest import CITIES

NLP = Path(pack.__file__).parent

ITALIAN = """
code = "it"
names = ["italiano", "italian", "italien"]
frequent = ["il", "lo", "la", "che", "non", "per", "con", "una", "della", "davanti", "anche", "molto"]

[streets]
type_first = true
crossing = ["e", "con", "angolo"]
before = ["in", "su", "davanti", "presso", "via"]
number_marks = ["numero", "civico"]
[streets.types]
via = ["v."]
piazza = ["p.za"]

[acts]
polite = ["per favore", "grazie"]
language_fillers = ["parla", "in"]
[acts.whole]
thanks = ["grazie", "grazie mille"]
greeting = ["ciao", "buongiorno"]
cancel = ["annulla"]
yes = ["sì", "certo"]
no = ["no"]
[acts.within]
status = ["la mia segnalazione", "a che punto"]

[numbers]
report = ["segnalazione"]
report_weak = []
choice = ["opzione"]
[numbers.ordinals]
1 = ["il primo", "la prima"]
2 = ["il secondo", "la seconda"]

[matters]
separators = ["e anche", "inoltre"]
openers = ["anche"]

[danger]
alone = ["aiuto"]
sure = ["fuga di gas", "va a fuoco"]
masks = ["bombola vuota"]
negations = ["nessuno", "non", "nessuna"]
past = ["settimana scorsa"]
now = ["ancora", "adesso"]
conditional = ["potrebbe"]
[danger.groups]
gas = ["gas"]
smell = ["odore/puzza (di/del)"]

[severity]
injured = ["ferito", "ferita"]
"""

SENTENCES = {
    ("kinds", "road_surface"): (
        "c'è una buca enorme nella strada", "la strada è piena di buche", "una buca davanti al civico 12",
        "l'asfalto è rotto", "sono caduto in una buca con la bici", "strada dissestata davanti alla scuola",
    ),
    ("kinds", "street_lighting"): (
        "il lampione è spento", "la luce della strada non funziona", "lampione rotto da una settimana",
        "tutta la via è al buio", "i lampioni sono spenti in piazza", "manca la luce sul marciapiede",
    ),
    ("kinds", "trees"): (
        "un albero è caduto", "un ramo pericolante sopra il marciapiede", "l'albero è secco",
        "i rami coprono il cartello", "radici che spaccano il marciapiede", "bisogna potare gli alberi",
    ),
    ("acts", "thanks"): ("grazie", "grazie mille", "vi ringrazio", "ottimo, grazie"),
    ("acts", "status"): ("a che punto è la mia segnalazione", "che fine ha fatto la mia segnalazione",
                         "novità sulla segnalazione", "quando riparate la buca che ho segnalato"),
    ("acts", "greeting"): ("ciao", "buongiorno", "salve", "buonasera a tutti"),
    ("danger", "danger"): ("c'è una fuga di gas", "la casa va a fuoco", "un uomo è ferito", "aiuto"),
    ("danger", "calm"): ("la bombola vuota è in strada", "nessuno è ferito", "i fuochi d'artificio", "tutto bene"),
}  # fmt: skip


@pytest.fixture(scope="module")
def italians(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """A Reader for a city that speaks Italian and English, from a pack and a corpus of a page."""
    folder = tmp_path_factory.mktemp("packs")
    for path in pack.PACKS.glob("*.toml"):
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "it.toml").write_text(ITALIAN, encoding="utf-8")
    english = [
        one for one in corpus.read()
        if one.language == "en" and one.weight == 1 and (one.part, one.label) in SENTENCES
    ][::4]  # fmt: skip
    italian = [Sentence("it", *where, text) for where, texts in SENTENCES.items() for text in texts]
    words = {
        Kind.ROAD_SURFACE: ("buca", "pothole"),
        Kind.STREET_LIGHTING: ("lampione", "lamp"),
        Kind.TREES: ("albero", "tree"),
    }
    services = [
        ServiceWords(code=kind.value, kind=kind, words={"it": [italian_word], "en": [english_word]})
        for kind, (italian_word, english_word) in words.items()
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pack.load, "__defaults__", (folder,))
        patch.setattr(pack.available, "__defaults__", (folder,))
        model = trainer.build([*english, *italian])
        gazetteer = Gazetteer.load(CITIES / "boston", [pack.load("it"), pack.load("en")])
        return Reader(services, gazetteer, ["it", "en"], model=model)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("c'è una buca davanti alla mia porta", Kind.ROAD_SURFACE), ("il lampione non funziona", Kind.STREET_LIGHTING),
        ("un albero è caduto sulla strada", Kind.TREES), ("there is a pothole on my street", Kind.ROAD_SURFACE),
    ],
)  # fmt: skip
def test_kinds_of_a_new_language(italians: Reader, text: str, kind: Kind) -> None:
    """A page of sentences and a keyword each tell three kinds apart, and English is still read beside it."""
    assert next(iter(italians.read(text).kinds)) == kind


@pytest.mark.parametrize(
    ("text", "act"),
    [("grazie mille", Act.THANKS), ("buongiorno", Act.GREETING), ("annulla, per favore", Act.CANCEL), ("sì", Act.YES),
     ("a che punto è la mia segnalazione 1024?", Act.STATUS)],
)  # fmt: skip
def test_acts_of_a_new_language(italians: Reader, text: str, act: Act) -> None:
    """The pack's phrases are heard."""
    assert italians.read(text).act == act


def test_a_new_language_is_recognised_and_asked_for(italians: Reader) -> None:
    """By its small words, and by its name."""
    assert italians.read("il lampione davanti alla scuola non funziona").language == "it"
    assert italians.read("the lamp in front of the school is out").language == "en"
    assert italians.read("italiano per favore").asked_language == "it"


def test_danger_places_and_numbers_of_a_new_language(italians: Reader) -> None:
    """Rules, places and numbers come from the pack alone."""
    assert italians.read("sento odore di gas in casa").danger
    assert not italians.read("nessuna fuga di gas").danger
    assert italians.read("una buca in Church Street numero 32").places[0].number == "32"
    assert italians.read("angolo Tremont Street e Boylston Street").places[0].cross is not None
    assert italians.read("la segnalazione 1024").report_number == 1024
    assert italians.read("il secondo").choice_number == 2


def test_no_module_names_a_language() -> None:
    """No string in nlp/*.py is the code of a language that has a pack, and none compares with one."""
    codes = set(pack.available())
    named = [
        f"{path.name}:{node.lineno}"
        for path in sorted(NLP.glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in codes
    ]
    assert named == []


def test_every_pack_has_its_corpus_and_every_corpus_its_pack() -> None:
    """A language without sentences would be read by chance, sentences without a pack by nobody."""
    assert corpus.languages() == pack.available()
