"""Features as they are hashed, and several heads that look them up in one table."""

import math
import zlib
from collections import Counter

import numpy as np
import pytest

from nlp import panel, pipeline
from nlp.features import TABLE, Featurizer, Mask
from nlp.pack import load
from nlp.panel import Panel
from nlp.personal import PersonalReader

TEXTS = ("There is a pothole on my street", "la lámpara no funciona, no funciona", "Ça déborde !", "ж 漢字", "", "a")


def hashed(feature: str) -> int:
    """The hash of a whole feature, worked out at once."""
    return zlib.crc32(feature.encode()) & (TABLE - 1)


def test_features_are_the_hashes_of_their_texts() -> None:
    """Going on from the hash of a beginning gives that of the whole: words, pairs, pieces of words."""
    expected = Counter([hashed(f"wfr {word}") for word in ("ou", "deja", "ou")])
    expected.update(hashed(f"pfr {pair}") for pair in ("^ ou", "ou deja", "deja ou", "ou $"))
    expected.update([hashed("sfr ou ou"), hashed("w length 2"), hashed("w ?")])
    for padded in (" ou ", " deja ", " ou "):
        for length in range(2, min(5, len(padded)) + 1):
            expected.update(TABLE + hashed(f"c{padded[n : n + length]}") for n in range(len(padded) - length + 1))
    features = Featurizer(Mask((), ()))("ou déjà ou?", "fr")
    assert features.ids.tolist() == sorted(expected)
    assert features.counts.tolist() == pytest.approx([1 + math.log(expected[one]) for one in sorted(expected)])
    assert features.words == sum(one < TABLE for one in expected)


@pytest.mark.parametrize("text", TEXTS)
def test_a_head_answers_in_company_as_it_does_alone(text: str) -> None:
    """The table of several heads changes nothing of what each says."""
    heads = {name: pipeline.required(pipeline.shipped(), name) for name in ("kinds", "acts", "danger")}
    features = pipeline.featurizer(pipeline.shipped())(text, "en")
    together = Panel(heads)(features)
    for name, head in heads.items():
        alone = panel.alone(head)(features)
        assert together[name].probabilities() == pytest.approx(alone, abs=1e-5)
        assert sum(alone.values()) == pytest.approx(1.0)
        assert list(alone.values()) == sorted(alone.values(), reverse=True)
        known = np.isin(features.singles, head.ids)
        least = float(known.mean()) if len(known) else 0.0
        assert together[name].familiarity(features) >= least


def test_a_plate_may_follow_without_a_space() -> None:
    """Where a phrase begins is looked for first; what stands right behind it is found all the same."""
    reader = PersonalReader([load("en"), load("fr")])
    assert [span.text for span in reader.find("rejected sticker, Ma plate5893 rp")] == ["5893 rp"]
    assert [span.text for span in reader.find("MY NEIGHBOR Peter Miller, je m'appelle Anne")] == [
        "Peter Miller",
        "Anne",
    ]
