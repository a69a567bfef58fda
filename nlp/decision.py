"""Where rules and classifiers meet: every threshold of understanding, and how much each voice counts.

A wrong office costs days, a question costs a tap: so a service is taken alone from SURE, offered with the next best
below it, and not named at all where hardly any word was ever seen before.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import TypeVar

from nlp.danger import Heard
from nlp.kinds import Kind
from nlp.reading import Act

Key = TypeVar("Key")

SURE = 0.5
"""Probability from which one acts without asking (reference measurements: .88 → .94 right with a question below)."""

NAMED = 0.02
"""Probability under which a kind or a service is not worth naming."""

LEAST_ACT = 0.2
"""Probability under which the best act is no more than a guess."""

FAMILIAR = 0.34
"""Share of known words under which classifiers guess; their voice then counts in proportion."""

LEAST_UNDOING = 0.6
"""The same for acts that undo or end something: a wrong one loses what somebody wrote."""

UNDOING = frozenset({Act.STOP, Act.CANCEL, Act.START_OVER, Act.BACK, Act.LANGUAGE})

RULES = 0.2
"""How much the phrases of the packs count beside the classifier of acts."""

KEYWORDS = 0.25
"""How much a city's own keywords count beside the classifier of kinds."""

KEYWORDS_WITHIN = 0.6
"""How much keywords count between services of one kind; the rest is shared evenly."""

SECONDED = 0.04
"""The least that the classifier must say where the rules hear what most often is an emergency: it tells a shed that
leans from one that falls on somebody."""

ALONE = 0.56
"""Probability from which the classifier alone calls a message an emergency."""

TAKEN_BACK = 0.83
"""The same where words of danger stand that are denied, past, feared or harmless.

These three were chosen on the sentences of danger that were mended on, for the most emergencies heard while fewer than
one in a hundred everyday messages alarms falsely, all alarms read (`docs/understanding.md`)."""

ELSEWHERE = 0.95
"""Probability of another act than a report or a question from which the classifier alone calls nothing an emergency:
who asks for a person or complains of a clerk tells of no peril (measured: no emergency of 328 was so surely taken)."""

FEWEST_WORDS = 4
"""Words under which the classifier alone calls nothing an emergency: rules know the short cries."""

ALSO_WANTS = 0.2
"""Probability from which what is said after a greeting is what was meant."""

NOTHING = "none"
"""Label of the kinds head for messages about no kind: thanks, numbers, small talk."""


NO_SERVICE = "(none)"
"""The same in a city's own model, where it has learnt from our sentences too."""

FAINT = 0.15
"""Probability under which even the best service is no better than any: it is said so, and all are offered."""


def acts(head: Mapping[str, float], rules: Mapping[Act, float], familiarity: float) -> dict[Act, float]:
    """Acts with probabilities, best first; what is missing to 1 speaks for none of them."""
    trust = min(1.0, familiarity / FAMILIAR)
    share = RULES if rules else 0.0
    mixed: dict[Act, float] = defaultdict(float)
    for label, probability in head.items():
        mixed[Act(label)] += (1 - share) * trust * probability
    for act, probability in rules.items():
        mixed[act] += share * probability
    return _ranked({act: probability for act, probability in mixed.items() if act is not Act.UNKNOWN})


def beside_greeting(ranked: Mapping[Act, float], said: Mapping[Act, float]) -> dict[Act, float]:
    """What a message wants that greets first; `said` is what its phrases say: "bonjour, je voudrais voter" votes."""
    rest: dict[Act, float] = {act: chance for act, chance in ranked.items() if act is not Act.GREETING}
    wanted = next(iter(rest), Act.UNKNOWN)
    greets = next(iter(ranked), None) is Act.GREETING
    if not greets or wanted not in said or rest.get(wanted, 0.0) < ALSO_WANTS:
        return dict(ranked)
    share = sum(ranked.values()) / sum(rest.values())
    return _ranked({act: chance * share for act, chance in rest.items()})


def best_act(ranked: Mapping[Act, float]) -> Act:
    """The most probable act; unknown when none is probable enough to act upon."""
    act, probability = next(iter(ranked.items()), (Act.UNKNOWN, 1.0))
    least = LEAST_UNDOING if act in UNDOING else LEAST_ACT
    return act if probability >= least else Act.UNKNOWN


def kinds(head: Mapping[str, float], keywords: Mapping[Kind, float], familiarity: float) -> dict[Kind, float]:
    """Kinds with probabilities, best first; empty when the message is about none, or no word is known."""
    share = KEYWORDS if keywords else 0.0
    trust = min(1.0, familiarity / FAMILIAR)
    nothing = head.get(NOTHING, 0.0)
    if not keywords and (nothing >= SURE or trust < SURE):
        return {}
    mixed = {
        kind: (1 - share) * trust * head.get(kind, 0.0) + share * keywords.get(kind, 0.0) for kind in Kind
    }  # fmt: skip
    return _ranked(mixed)


def kind(best: str, probability: float) -> Kind | None:
    """The kind of a part of a message by what the classifier finds most probable; None when that is not sure."""
    return Kind(best) if best != NOTHING and round(probability, 4) >= SURE else None


def services(
    kinds: Mapping[Kind, float], keywords: Mapping[str, float], kind_of: Mapping[str, Kind]
) -> dict[str, float]:
    """A city's services with probabilities, best first: each kind's share goes to the services of that kind."""
    siblings: dict[Kind, list[str]] = defaultdict(list)
    for code, kind in kind_of.items():
        siblings[kind].append(code)
    shared: dict[str, float] = {}
    for kind, probability in kinds.items():
        codes = siblings.get(kind, [])
        said = sum(keywords.get(code, 0.0) for code in codes)
        within = KEYWORDS_WITHIN if said else 0.0
        for code in codes:
            own = keywords.get(code, 0.0) / said if said else 0.0
            shared[code] = probability * (within * own + (1 - within) / len(codes))
    return _ranked(shared)


def is_danger(
    heard: Heard | None, head: Mapping[str, float] | None, acts: Mapping[str, float], *, length: int, familiarity: float
) -> bool:
    """Whether a message of so many words is an emergency: the rules first, the classifier as a second voice.

    `heard` is what the rules say, `head` and `acts` what the classifiers of danger and of acts say; where hardly any
    word was ever seen before, they only guess (of 1,438 emergencies none was so strange).
    """
    if heard is Heard.SURE:
        return True
    voice = (head or {}).get("danger", 0.0)
    if heard is Heard.LIKELY:
        return head is None or voice >= SECONDED
    least = TAKEN_BACK if heard is Heard.TAKEN_BACK else ALONE
    guesses = length < FEWEST_WORDS or familiarity / FAMILIAR < SURE
    return voice >= least and not guesses and not _is_elsewhere(acts)


def _is_elsewhere(acts: Mapping[str, float]) -> bool:
    return any(chance >= ELSEWHERE for act, chance in acts.items() if act not in {Act.REPORT, Act.QUESTION})


def learned(labels: Mapping[str, float], familiarity: float) -> dict[str, float]:
    """The labels of a city's own model that are worth naming, best first.

    A model that has learnt what is about no service names none there, nor where hardly any word is known.
    """
    nothing = labels.get(NO_SERVICE)
    if nothing is not None and (nothing >= SURE or familiarity / FAMILIAR < SURE):
        return {}
    return _ranked({label: probability for label, probability in labels.items() if label != NO_SERVICE})


def _ranked(probabilities: Mapping[Key, float]) -> dict[Key, float]:
    named = [(key, round(value, 4)) for key, value in probabilities.items() if value >= NAMED]
    return dict(sorted(named, key=lambda pair: -pair[1]))
