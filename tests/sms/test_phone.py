"""A phone in hand: digits, keywords, long answers, by the terminal that plays one."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.channels.sms import pages
from bot.channels.sms.segments import count
from bot.channels.terminal import PHONE, RESIDENTS, Terminal
from bot.conversation.reply import Choice, Lines, Reply, text
from bot.conversation.turn import House
from bot.topics.talk.keywords import Keyword, Order, keyword
from storage.database import Database
from tests.conftest import Clock


@pytest.fixture
def phone(sqlite: Database, boston: House, clock: Clock) -> Terminal:
    """A phone of a resident of Boston."""
    return Terminal(sqlite, boston, clock, name="Ana", channel=PHONE, pause=clock.advance)


def said(phone: Terminal, clock: Clock, line: str) -> str:
    """What the phone shows after a line."""
    clock.advance(1)
    return "\n".join(shown.text for shown in phone.say(line))


@pytest.mark.parametrize("digit", ["1", "1.", "(1)", " 1 ", "one", "１", "١", "the first one"])
def test_a_choice_by_any_digit(phone: Terminal, clock: Clock, digit: str) -> None:
    """Full-width and Arabic digits, points and brackets, and the word for it."""
    assert "1 Send" in said(phone, clock, "Pothole at 32 Church St")
    assert "Report 1001 saved" in said(phone, clock, digit)


def test_the_same_digit_to_two_menus(phone: Terminal, clock: Clock) -> None:
    """Each is for the menu that was newest when it came."""
    said(phone, clock, "Pothole at 32 Church St")
    assert "1001" in said(phone, clock, "1")
    said(phone, clock, "Graffiti at 45 Birch St")
    assert "1002" in said(phone, clock, "1")


def test_a_stale_digit_does_not_act(phone: Terminal, clock: Clock) -> None:
    """It is asked about; and a menu that was not on the phone yet can't have been meant."""
    said(phone, clock, "Pothole at 32 Church St")
    said(phone, clock, "cancel")
    assert "earlier question" in said(phone, clock, "1")
    assert "not reported" in said(phone, clock, "STATUS")


def test_a_key_pressed_twice(phone: Terminal, clock: Clock) -> None:
    """The second press is passed by; another digit within the same seconds is something else, and is asked about."""
    said(phone, clock, "Pothole at 32 Church St")
    assert "1001" in said(phone, clock, "1")
    assert said(phone, clock, "1") == ""
    assert "earlier question" in said(phone, clock, "7")


def test_stop_ends_all_that_was_begun(phone: Terminal, clock: Clock) -> None:
    """Who comes back finds no question of before; also not the one below the newest."""
    said(phone, clock, "Pothole at 32 Church St")
    said(phone, clock, "you are useless")
    said(phone, clock, "STOP")
    assert "Send this?" not in said(phone, clock, "START")


def test_an_open_question_comes_again_once(phone: Terminal, clock: Clock) -> None:
    """Each time would be paid for; its digits go on to be its answer."""
    said(phone, clock, "Pothole at 32 Church St")
    assert "Back to where we were" in said(phone, clock, "hello")
    assert "Back to where we were" not in said(phone, clock, "follow 1001")
    assert "Report 1001 saved" in said(phone, clock, "1")


def test_pictures_are_asked_about(phone: Terminal, clock: Clock) -> None:
    """Where none can come, that is said; a report with such a question in it is a report."""
    assert "Pictures can't reach us" in said(phone, clock, "can I send you a photo?")
    assert "Send this?" in said(phone, clock, "pothole at 32 Church St, can I send you a photo?")


def test_a_digit_that_crossed_with_a_new_menu(phone: Terminal, clock: Clock) -> None:
    """Pressed before the new menu reached the phone, it means the old one, which is over."""
    said(phone, clock, "Pothole at 32 Church St")
    phone.send(phone.messages("2"))
    clock.advance(15)
    phone.send(phone.messages("1"))
    shown = "\n".join(message.text for message in phone.read())
    assert "earlier question" in shown
    assert "saved" not in shown


def test_a_digit_that_the_menu_does_not_have(phone: Terminal, clock: Clock) -> None:
    """The menu comes again."""
    said(phone, clock, "Pothole at 32 Church St")
    again = said(phone, clock, "7")
    assert "from 1 to 3" in again
    assert "1 Send" in again


def test_a_house_number_is_no_choice(phone: Terminal, clock: Clock) -> None:
    """Asked where on a street, a number is where."""
    said(phone, clock, "Pothole on Church Street in Dorchester")
    assert "32 Church Street" in said(phone, clock, "32")


def test_more_and_more(phone: Terminal, clock: Clock) -> None:
    """All services, five at a time, numbered on; any of them can be chosen."""
    assert "5 Sign or road marking" in said(phone, clock, "please fix this thing at 32 Church St")
    assert "6 " in said(phone, clock, "more")
    third = said(phone, clock, "MORE")
    label = next(line.removeprefix("12 ") for line in third.splitlines() if line.startswith("12 "))
    assert label in said(phone, clock, "12")
    assert said(phone, clock, "MORE") == "That was all."


def test_every_page_is_within_three_segments(boston: House) -> None:
    """A long list is asked for piece by piece, and none of it is lost."""
    choices = [Choice(id=str(number), label=f"Service number {number} of the city") for number in range(1, 24)]
    reply = Reply(paragraphs=[text("service-which-of-all")], choices=choices)
    found = pages.pages(reply, boston.texts, "en")
    assert len(found) == 5
    assert all(page.endswith("Reply MORE for the rest.") for page in found[:-1])
    assert "5 Service number 5" in found[0]
    assert "6 Service number 6" not in found[0]
    assert "23 Service number 23" in found[-1]


def test_a_list_is_cut_between_its_lines(boston: House) -> None:
    """Nobody reads "50 % Swi" and asks for the rest; a paragraph that is a page by itself is cut between words."""
    lines = [
        text("attribute", question=f"{number} % of those who answered want swing number {number}")
        for number in range(10, 30)
    ]
    found = pages.pages(Reply(paragraphs=[Lines(lines=lines)]), boston.texts, "en")
    assert all(line.startswith("Reply MORE") or " % of those " in line for page in found for line in page.splitlines())
    assert all(count(page) == 3 for page in found[:-1])
    long = pages.pages(Reply(paragraphs=[text("attribute", question="short\n" + "swings " * 200)]), boston.texts, "en")
    assert long[0].count("swings") > 50


def test_a_long_menu_keeps_what_was_said_above_it(phone: Terminal, clock: Clock) -> None:
    """Why nothing was done and the question again are one message, also when its choices go on with MORE."""
    said(phone, clock, "please fix this thing at 32 Church St")
    clock.advance(5)
    (shown,) = phone.say("(voice)")
    assert "can't open" in shown.text
    assert "5 Sign or road marking" in shown.text


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(words=st.text(max_size=1500), language=st.sampled_from(["en", "fr", "es"]))
def test_no_word_is_lost_between_pages(boston: House, words: str, language: str) -> None:
    """Whatever somebody wrote and the city repeats: each page fits, and all of it is there."""
    reply = Reply(paragraphs=[text("attribute", question=words)])
    found = pages.pages(reply, boston.texts, language)
    assert all(count(page) <= 3 for page in found)
    tail = {"en": "Reply MORE", "fr": "Répondez SUITE", "es": "Responda MAS"}[language]
    assert all(tail in page for page in found[:-1])


@pytest.mark.parametrize(
    ("words", "order"),
    [
        ("STOP", Order.STOP),
        (" stop. ", Order.STOP),
        ("Arrêt", Order.STOP),
        ("ALTO!", Order.STOP),
        ("opt out", Order.STOP),
        ("AYUDA", Order.HELP),
        ("aide", Order.HELP),
        ("MÁS", Order.MORE),
        ("Atrás", Order.BACK),
        ("Annuler", Order.CANCEL),
    ],
)
def test_keywords(words: str, order: Order) -> None:
    """Case, accents and punctuation don't matter."""
    found = keyword(words)
    assert found is not None
    assert found.order is order


def test_only_the_whole_message_is_a_keyword() -> None:
    """A report about a stop sign is a report."""
    assert keyword("The stop sign is down") is None
    assert keyword("stop the water") is None
    assert keyword("more light please") is None
    assert keyword("status 1024") == Keyword(Order.STATUS, None, "1024")
    assert keyword("status of my report") is None


def test_the_stop_sign_is_down(phone: Terminal, clock: Clock) -> None:
    """It is asked where, or shown as a card; nobody is unsubscribed."""
    answer = said(phone, clock, "The stop sign is down at 32 Church St")
    assert "1 Send" in answer
    assert "no more messages" not in answer


def test_stop_and_start(phone: Terminal, clock: Clock) -> None:
    """Confirmed once, then silence until START; danger is answered all the same."""
    said(phone, clock, "Pothole at 32 Church St")
    said(phone, clock, "1")
    assert "no more messages" in said(phone, clock, "STOP")
    assert not said(phone, clock, "STOP")
    assert not said(phone, clock, "Pothole at 45 Birch St")
    assert "911" in said(phone, clock, "HELP")
    assert "911" in said(phone, clock, "there is a fire at 32 Church St")
    assert "welcome back" in said(phone, clock, "START")
    assert "1001" in said(phone, clock, "STATUS")


def test_a_keyword_before_any_state(phone: Terminal, clock: Clock) -> None:
    """Asked for words, HELP and STATUS are what they are, and the question comes again."""
    said(phone, clock, "the light is out")
    helped = said(phone, clock, "AYUDA")
    assert "Ayuntamiento" in helped
    assert "no hay" in said(phone, clock, "ESTADO 4711").casefold()


def test_cancel_leaves_the_menu_that_stands_there(phone: Terminal, clock: Clock) -> None:
    """It ends nothing else, and its digits do nothing any more; with no menu left, it can only mean the messages."""
    assert "1 Every day" in said(phone, clock, "summaries")
    assert said(phone, clock, "CANCEL") == "All right, nothing was changed. STOP ends our messages."
    assert "earlier question" in said(phone, clock, "1")
    assert "no more messages" in said(phone, clock, "CANCEL")


def test_an_old_menu_is_not_what_cancel_means(phone: Terminal, clock: Clock) -> None:
    """Hours later nobody has it before their eyes."""
    said(phone, clock, "summaries")
    clock.advance(3 * 3600)
    assert "no more messages" in said(phone, clock, "CANCEL")


def test_the_terminal_is_no_phone(sqlite: Database, boston: House, clock: Clock) -> None:
    """STOP in a chat still means what is being done."""
    chat = Terminal(sqlite, boston, clock, name="Ana", channel=RESIDENTS, pause=clock.advance)
    assert "no more messages" not in said(chat, clock, "stop")
