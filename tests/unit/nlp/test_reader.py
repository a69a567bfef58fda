"""Whole Readings of what residents write."""

import pytest

from nlp.kinds import Kind
from nlp.reader import Reader
from nlp.reading import Act, Hints, Precision


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("There's a huge pothole in front of 32 Church St, my bike wheel broke", "en", Kind.ROAD_SURFACE),
        ("Il y a un énorme nid-de-poule devant le 32 Church St", "fr", Kind.ROAD_SURFACE),
        ("Hay un bache enorme delante de 32 Church St", "es", Kind.ROAD_SURFACE),
    ],
)
def test_a_report_with_its_place(reader: Reader, text: str, language: str, kind: Kind) -> None:
    """The first message says what and where, and is no emergency."""
    reading = reader.read(text)
    assert (reading.act, reading.language, next(iter(reading.kinds))) == (Act.REPORT, language, kind)
    assert [(place.precision, place.street) for place in reading.places] == [(Precision.ADDRESS, "Church Street")]
    assert not reading.danger
    assert reading.matters == []


def test_a_french_report_in_nantes(nantes_reader: Reader) -> None:
    """The same in a city without house numbers."""
    reading = nantes_reader.read("Il y a un énorme nid-de-poule devant le 12 rue de Strasbourg")
    assert (reading.act, reading.language) == (Act.REPORT, "fr")
    assert next(iter(reading.kinds)) == Kind.ROAD_SURFACE
    assert reading.places[0].is_enough


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The light is out", Kind.STREET_LIGHTING),
        ("Le lampadaire est éteint", Kind.STREET_LIGHTING),
        ("la farola no funciona", Kind.STREET_LIGHTING),
        ("traffic light is out at Tremont and Boylston", Kind.SIGNS_SIGNALS),
        ("les éboueurs ne sont pas passés", Kind.WASTE_COLLECTION),
        ("no recogieron la basura", Kind.WASTE_COLLECTION),
        ("dead raccoon", Kind.ANIMALS),
        ("someone left a mattress", Kind.DUMPING_LITTER),
        ("alcantarilla tapada", Kind.DRAINS_WATER),
        ("un arbre est tombé", Kind.TREES),
        ("wheelchair can't get through, no curb ramp", Kind.ACCESSIBILITY),
    ],
)
def test_kinds_in_three_languages(reader: Reader, text: str, kind: Kind) -> None:
    """Residents' own words lead to the kind."""
    reading = reader.read(text)
    assert next(iter(reading.kinds)) == kind
    assert reading.act == Act.REPORT
    assert 0 < sum(reading.services.values()) <= 1


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("yes", Act.YES), ("oui", Act.YES), ("Sí, gracias", Act.YES), ("no", Act.NO), ("non merci", Act.NO),
        ("cancel", Act.CANCEL), ("annuler", Act.CANCEL), ("cancela", Act.CANCEL), ("go back", Act.BACK),
        ("retour", Act.BACK), ("atrás", Act.BACK), ("start over", Act.START_OVER), ("recommencer", Act.START_OVER),
        ("STOP", Act.STOP), ("help", Act.HELP), ("ayuda", Act.HELP), ("bonjour", Act.GREETING), ("hola", Act.GREETING),
        ("thanks!", Act.THANKS), ("merci beaucoup", Act.THANKS), ("muchas gracias", Act.THANKS),
        ("what happened to my last report?", Act.STATUS), ("où en est mon signalement ?", Act.STATUS),
        ("¿qué pasó con mi reporte?", Act.STATUS), ("no, the other side of the street", Act.CORRECTION),
        ("non, de l'autre côté", Act.CORRECTION), ("no, quise decir el otro lado", Act.CORRECTION),
        ("I suggest more benches in the park", Act.SUGGEST), ("je propose plus de bancs", Act.SUGGEST),
        ("propongo más árboles", Act.SUGGEST), ("when is trash day?", Act.QUESTION),
        ("I want to talk to a human", Act.TALK_TO_HUMAN), ("je veux parler à quelqu'un", Act.TALK_TO_HUMAN),
        ("bonjour, je voudrais voter", Act.VOTE), ("bonjour monsieur, comment allez-vous", Act.GREETING),
        ("change language", Act.LANGUAGE), ("zxqv plmk wrrt", Act.UNKNOWN), ("😀😀", Act.UNKNOWN), ("", Act.UNKNOWN),
    ],
)  # fmt: skip
def test_acts_in_three_languages(reader: Reader, text: str, act: Act) -> None:
    """What one does with a message is known by its phrases."""
    assert reader.read(text).act == act


@pytest.mark.parametrize(
    ("text", "code"),
    [("español", "es"), ("in English please", "en"), ("parle français", "fr"), ("do you speak Spanish?", "es"),
     ("the Spanish school has rats", None), ("English Street", None)],
)  # fmt: skip
def test_a_language_is_asked_for(reader: Reader, text: str, code: str | None) -> None:
    """Only by a message that says nothing else."""
    assert reader.read(text).asked_language == code


@pytest.mark.parametrize(
    ("text", "report", "choice"),
    [
        ("report 1024", 1024, None), ("#1024", 1024, 1024), ("about 1024: still dark", 1024, None),
        ("signalement n° 1024", 1024, None), ("mi reporte 1024", 1024, None), ("1024", 1024, 1024), ("2", 2, 2),
        ("the second one", None, 2), ("la deuxième", None, 2), ("el segundo", None, 2), ("option 3", None, 3),
        ("2 please", None, 2), ("about 30 cars", None, None), ("32 Church St", None, None),
    ],
)  # fmt: skip
def test_numbers_of_reports_and_choices(reader: Reader, text: str, report: int | None, choice: int | None) -> None:
    """A bare number may be either; one within a place is neither."""
    reading = reader.read(text)
    assert (reading.report_number, reading.choice_number) == (report, choice)


@pytest.mark.parametrize(
    ("text", "hint", "language"),
    [
        ("ok", "fr", "fr"), ("32 Church St", "es", "es"), ("hola", "en", "es"), ("merci", "en", "fr"),
        ("yes", "fr", "en"),
        ("The street light in front of my house is out", "fr", "en"),
        ("There is a hole at rue de Strasbourg again", "fr", "en"), ("no", "es", "es"), ("la deuxième", None, "fr"),
    ],
)  # fmt: skip
def test_language_of_short_and_long_messages(nantes_reader: Reader, text: str, hint: str | None, language: str) -> None:
    """Few words keep the conversation's language unless they are known words of another."""
    assert nantes_reader.read(text, Hints(language=hint)).language == language


def test_several_matters_are_split(reader: Reader) -> None:
    """Only when the halves are about different things and stand on their own."""
    assert len(reader.read("There is a pothole on Church St and the streetlight is out").matters) == 2
    assert len(reader.read("Big pothole at 32 Church St. Also graffiti on the school wall.").matters) == 2
    assert len(reader.read("Il y a un lampadaire éteint et aussi un dépôt sauvage devant").matters) == 2
    assert reader.read("There's a pothole. It is very deep and also very wide.").matters == []
    assert reader.read("There's a mattress dumped. It's blocking the sidewalk.").matters == []
