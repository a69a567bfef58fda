"""Several matters of one message, where a transcript can't play them: questions from before, and plain rules."""

from bot.topics.reports.bundle import Bundle
from bot.topics.reports.draft import Draft
from nlp.reading import Place, Precision

PLACE = Place(text="32 Church St", precision=Precision.ADDRESS, street="Church Street", number="32")


def test_a_question_from_before_can_still_be_answered() -> None:
    """Its state was one draft; what came next is asked for after it."""
    bundle = Bundle.model_validate(
        {"words": "a hole", "service": "pothole", "further": ["graffiti"], "confirmed": False}
    )
    assert [draft.words for draft in bundle.matters] == ["a hole"]
    assert [draft.words for draft in bundle.later] == ["graffiti"]
    assert bundle.is_single


def test_what_is_kept_comes_back_whole() -> None:
    """A bundle survives the database."""
    bundle = Bundle(matters=[Draft(words="a", place=PLACE), Draft(words="b", joins=1001)], at=1)
    assert Bundle.model_validate(bundle.model_dump(mode="json")) == bundle


def test_another_place_joins_nothing_any_more() -> None:
    """Whoever corrects the place of what was to be joined files it, or is offered another."""
    draft = Draft(words="a", service="pothole", place=PLACE, joins=1001)
    assert draft.with_(photos=[1]).joins == 1001
    assert draft.with_(place=None).joins is None
    assert draft.with_(service="graffiti").joins is None


def test_leaving_out_keeps_the_order() -> None:
    """What is kept is asked about from its beginning."""
    bundle = Bundle(matters=[Draft(words=words) for words in "abc"], at=2)
    assert [draft.words for draft in bundle.keeping(0, 2).matters] == ["a", "c"]
    assert bundle.keeping(0, 2).at == 0
