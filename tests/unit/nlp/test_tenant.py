"""A city's own model: promoted only if not worse, the old one kept, one step back."""

import random
from pathlib import Path
from typing import Any

import pytest

from nlp import corrections, frozen, pipeline, tenant
from nlp.rows import CORRECTION_WEIGHT, Row

HOLES = [
    "deep hole in the road",
    "pothole by the school",
    "the road is broken",
    "hole after the winter",
    "asphalt gone",
]
LAMPS = ["lamp is out", "no light at night", "the lamp flickers", "street is dark", "bulb broken in the lamp"]


def rows(count: int = 8) -> list[Row]:
    """Reports of two services, `count` times each with a number that makes them differ."""
    return [
        Row(f"{text} {'abcdefghijklmnop'[number]}{number}", label)
        for number in range(count)
        for label, texts in (("hole", HOLES), ("lamp", LAMPS))
        for text in texts
    ]


def spoilt(found: list[Row]) -> list[Row]:
    """The same with labels that have nothing to do with the words."""
    chance = random.Random(1)
    return [row._replace(label=chance.choice(("hole", "lamp"))) for row in found]


def test_a_first_model_is_promoted_and_used(tmp_path: Path) -> None:
    """There is nothing that it could be worse than."""
    learned = tenant.learn(rows(), tmp_path)
    assert (learned.number, learned.promoted, learned.before, learned.labels) == (1, True, None, 2)
    assert learned.accuracy > 0.9
    assert tenant.load(tmp_path).meta["frozen_accuracy"] == learned.accuracy


def test_a_first_model_has_to_stand_up_to_what_was_before(tmp_path: Path) -> None:
    """Where messages are understood well already, a bad model is no gain."""
    noise = spoilt(rows())
    learned = tenant.learn(noise, tmp_path, reading={row.text: row.label for row in noise}.__getitem__)
    assert (learned.number, learned.promoted, learned.before) == (0, False, 1.0)
    with pytest.raises(tenant.NoModel):
        tenant.load(tmp_path)


def test_a_worse_model_is_not_promoted(tmp_path: Path) -> None:
    """The old one stays in use, byte for byte."""
    first = tenant.learn(rows(), tmp_path)
    kept = (tmp_path / "1" / "services" / "head.npz").read_bytes()
    frozen_keys = set(frozen.load(tmp_path / "frozen.npz").keys)
    others = [row for row in spoilt(rows(12)) if tenant.key(row.text) not in frozen_keys]
    second = tenant.learn(others, tmp_path)
    assert (second.number, second.promoted) == (1, False)
    assert second.accuracy < (second.before or 0) <= first.accuracy
    assert (tmp_path / "1" / "services" / "head.npz").read_bytes() == kept
    assert not (tmp_path / "2").exists()


def test_one_step_back(tmp_path: Path) -> None:
    """And no further than there are models; the next one gets a number of its own."""
    for count in (6, 7):
        assert tenant.learn(rows(count), tmp_path).promoted
    assert tenant.rollback(tmp_path) == 1
    with pytest.raises(tenant.NoModel, match="older than number 1"):
        tenant.rollback(tmp_path)
    assert tenant.learn(rows(8), tmp_path).number == 3


def test_what_staff_never_name_is_expected_less(tmp_path: Path) -> None:
    """Another city's tickets have a label that fifty corrections do not; ten corrections tell nothing of it."""
    trees = [Row(f"tree down {'abcdefghijklmnop'[number % 16]}{number}", "tree") for number in range(60)]
    bias = {}
    for count in (0, 1, 5):
        corrected = [row._replace(text=f"{row.text} here", weight=CORRECTION_WEIGHT) for row in rows(count)]
        tenant.learn([*rows(), *trees, *corrected], tmp_path / str(count))
        head = pipeline.required(tenant.load(tmp_path / str(count)), tenant.HEAD)
        bias[count] = dict(zip(head.labels, head.bias.tolist(), strict=True))
    assert bias[1]["tree"] == pytest.approx(bias[0]["tree"], abs=0.1)
    assert bias[5]["tree"] < bias[0]["tree"] - 0.1


def test_the_frozen_set_grows_and_takes_over_corrections(tmp_path: Path) -> None:
    """What staff correct is measured by its new label, what is new joins, nothing leaves."""
    tenant.learn(rows(4), tmp_path)
    before = frozen.load(tmp_path / "frozen.npz")
    text = next(row.text for row in rows(4) if tenant.key(row.text) in before.keys)
    corrected = [row._replace(label="tree", weight=CORRECTION_WEIGHT) if row.text == text else row for row in rows(8)]
    corrected += [Row(f"tree {word}", "tree") for word in ("fell", "is dead", "lost a branch", "leans")]
    tenant.learn(corrected, tmp_path)
    after = frozen.load(tmp_path / "frozen.npz")
    assert after.keys[: len(before.keys)] == before.keys
    assert len(after.keys) > len(before.keys)
    assert after.labels[after.keys.index(tenant.key(text))] == "tree"


def test_the_same_rows_give_the_same_model(tmp_path: Path) -> None:
    """Byte for byte."""
    for name in ("one", "other"):
        tenant.learn(rows(), tmp_path / name)
    one, other = (sorted(path for path in (tmp_path / name).rglob("head.npz")) for name in ("one", "other"))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in other]


def test_what_the_base_teaches_is_known_and_not_measured(tmp_path: Path) -> None:
    """A few tickets on top of sentences of ours: other services stay known."""
    base = [Row(f"{text} {end}", "lamp", 0.5) for text in LAMPS for end in ("please", "again")]
    learned = tenant.learn([Row(text, "hole", CORRECTION_WEIGHT) for text in HOLES], tmp_path, base=base)
    assert (learned.rows, learned.labels) == (len(HOLES), 2)
    assert set(frozen.load(tmp_path / "frozen.npz").labels) == {"hole"}
    with pytest.raises(tenant.NothingToLearn):
        tenant.learn([], tmp_path / "none", base=base)


def test_a_model_is_cut_to_some_labels(tmp_path: Path) -> None:
    """And refused when none of them is known."""
    tenant.learn(rows(), tmp_path)
    services: Any = tenant.load(tmp_path, {"lamp", "tree"}).get_pipe("services")
    assert services.head.labels == ("lamp",)
    with pytest.raises(tenant.NoModel, match="not a model for this city"):
        tenant.load(tmp_path, {"tree"})


def test_the_least_certain_come_first() -> None:
    """By how far the best is ahead of the second; nothing known at all is the least certain."""
    read = [("sure", {"a": 0.9, "b": 0.1}), ("torn", {"a": 0.5, "b": 0.45}), ("blank", {}), ("lone", {"a": 0.3})]
    assert corrections.doubtful(read, 3) == ["blank", "torn", "lone"]
