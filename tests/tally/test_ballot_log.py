"""The ballot log: the standards it follows, and an export that anybody can verify."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.ballotlog import board as boards
from backend.ballotlog import entry, export, heads, verify
from backend.ballotlog.canonical import canonical
from backend.ballotlog.tree import Tree, inclusion_proof, leaf_hash, root_from_proof
from backend.tally.election import BallotKind
from backend.tally.rule import Method, Rule
from tests.tally.tampering import KINDS, Export, tampered
from tests.tally.test_any_rule import KIND
from tests.tally.voted import OPENED, small_board


def test_canonical_json_is_that_of_rfc_8785() -> None:
    """Canonical json is that of rfc 8785."""
    value = {"€": 1, "\r": 2, "1": [True, None, -5], "😀": 3, "\ufb33": 4, "ö": '\u0001"\\/'}
    expected = '{"\\r":2,"1":[true,null,-5],"ö":"\\u0001\\"\\\\/","€":1,"😀":3,"\ufb33":4}'
    assert canonical(value).decode() == expected
    for wrong in (0.5, 2**53, {"a": object()}, {1: 2}, "\ud800"):
        with pytest.raises(ValueError, match=r"."):
            canonical(wrong)


def test_the_tree_is_that_of_rfc_9162() -> None:
    """The tree is that of rfc 9162."""
    # Roots of the first eight entries of the test vectors that Certificate Transparency's implementations share.
    entries = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
    tree = Tree(leaf_hash(bytes.fromhex(one)) for one in entries)
    assert tree.root().hex() == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    assert Tree().root().hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@given(size=st.integers(1, 70), data=st.data())
def test_a_proof_leads_to_the_root_and_no_other_leaf_does(size: int, data: st.DataObject) -> None:
    """A proof leads to the root and no other leaf does."""
    leaves = [leaf_hash(bytes([one])) for one in range(size)]
    index = data.draw(st.integers(0, size - 1))
    proof = inclusion_proof(leaves, index)
    root = Tree(leaves).root()
    assert root_from_proof(leaves[index], index, size, proof) == root
    assert root_from_proof(leaf_hash(b"other"), index, size, proof) != root
    assert root_from_proof(leaves[index], index, size, [*proof, root]) is None


def test_both_ed25519_agree_on_good_and_bad_signatures() -> None:
    """Both ed25519 agree on good and bad signatures."""
    # RFC 8032, section 7.1, test 2.
    private = bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
    public = heads.public_key(private)
    assert public == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
    signature = heads.sign(private, b"\x72")
    assert signature.startswith("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da")
    for check in (heads.is_signed, verify.signed):
        assert check(public, b"\x72", signature)
        assert not check(public, b"\x73", signature)
        assert not check(heads.public_key(heads.new_key()), b"\x72", signature)
        for wrong in (signature[:-2], "00" * 64, "ff" * 64, "no hex", ""):
            assert not check(public, b"\x72", wrong)


def test_a_receipt_is_found_however_it_is_typed() -> None:
    """A receipt is found however it is typed."""
    cast = entry.new_entry(vote="v", frozen="f", token="t", nth=1, choices=["a"])
    code = entry.receipt(cast)
    assert entry.read_receipt(f" {code[:5].lower()} {code[5:]} ".replace("O", "0").replace("I", "1")) == code
    assert entry.read_receipt("hello") is None
    assert entry.new_entry(vote="v", frozen="f", token="t", nth=1, choices=["a"])["salt"] != cast["salt"]


def _exported(method: Method, *, seed: int = 1) -> Export:
    """A small vote that was held and exported."""
    board = small_board(KIND[method], Rule(method, seats=2 if method is Method.STV else 1), seed=seed)
    _, close = board.close(roll=60, took=45)
    return Export(board, close)


@pytest.mark.parametrize("method", list(Method))
def test_every_rule_is_counted_again_by_other_code(method: Method) -> None:
    """Every rule is counted again by other code."""
    for seed in range(1, 6):
        faults, told = verify.verify(_exported(method, seed=seed).files(), every_step=True)
        assert faults == []
        assert any("counted again" in line for line in told)


@pytest.mark.parametrize("kind", KINDS)
def test_every_tampering_is_found(kind: str) -> None:
    """Every tampering is found."""
    exported = _exported(Method.ADD1U)
    for seed in range(12):
        files = tampered(exported, kind, seed)
        assert files != exported.files()
        faults, _ = verify.verify(files)
        assert faults, (kind, seed)


def test_a_fault_says_where() -> None:
    """A fault says where."""
    exported = _exported(Method.GREEDY)
    files = exported.files()
    lines = files["log.jsonl"].splitlines(keepends=True)
    files["log.jsonl"] = b"".join([*lines[:20], *lines[21:]])
    faults, _ = verify.verify(files)
    assert any("were changed" in fault and "heads.jsonl, line" in fault for fault in faults)


def test_what_the_operator_signs_anew_is_found_by_those_who_kept_something() -> None:
    """What the operator signs anew is found by those who kept something."""
    exported = _exported(Method.GREEDY)
    kept = boards.lines(exported.board.heads[3:4])
    board = exported.board
    again = boards.Board(board.vote, board.private, board.entries[:-3])
    again.sign_head(OPENED)
    _, close = again.close(roll=60, took=45)
    files = Export(again, close).files()
    assert verify.verify(files)[0] == []
    assert verify.verify(files, witness=kept)[0] == [
        "witness, line 1: this head was shown once and is missing now: the log was rewritten"
    ]
    assert verify.verify(files, frozen="0" * 64)[0] != []
    shown = heads.Head(**exported.board.heads[3]["head"]).hash[:16]
    assert verify.verify(exported.files(), head=f"{shown}…")[0] == []
    assert "no head" in verify.verify(files, head=shown)[0][0]


def test_more_voters_than_people_is_found_even_when_it_is_signed() -> None:
    """More voters than people is found even when it is signed."""
    board = small_board(BallotKind.APPROVAL, Rule())
    for roll, took in ((60, 39), (44, 45)):
        faults, _ = verify.verify(Export(board, board.close(roll=roll, took=took)[1]).files())
        assert len(faults) == 1
        assert faults[0].startswith("more ")


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("name", "said"), [("log.jsonl", "log.jsonl: stands in the zip twice"), ("extra.pb", "extra.pb: has no place here")]
)
def test_a_zip_holds_each_file_once_and_no_other(tmp_path: Path, name: str, said: str) -> None:
    """Of two files of one name each reader may take another."""
    exported = _exported(Method.GREEDY)
    path = export.write(tmp_path / "spring.zip", exported.board, exported.close)
    with zipfile.ZipFile(path, "a") as more:
        more.writestr(name, b"")
    run = [sys.executable, "-I", "-S", Path(verify.__file__), path]
    told = subprocess.run(run, capture_output=True, text=True, check=False)
    assert told.returncode == 1
    assert f"WRONG: {said}" in told.stdout
    path.write_bytes(path.read_bytes()[:500])
    told = subprocess.run(run, capture_output=True, text=True, check=False)
    assert (told.returncode, "can't be read" in told.stdout) == (2, True)


def test_the_zip_verifies_itself_with_nothing_but_python(tmp_path: Path) -> None:
    """The zip verifies itself with nothing but python."""
    board = small_board(BallotKind.APPROVAL, Rule(Method.ADD1))
    path = export.write(tmp_path / "spring.zip", board, board.close(roll=None, took=45)[1])
    subprocess.run([sys.executable, "-m", "zipfile", "-e", path, tmp_path], check=True)
    run = [sys.executable, "-I", "-S", tmp_path / "verify.py", path]
    told = subprocess.run([*run, "--frozen", board.vote.hash], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    assert told.stdout.endswith("All is in order.\n")
    wrong = subprocess.run([*run, "--frozen", "ab"], capture_output=True, text=True, check=False)
    assert wrong.returncode == 1
    assert "not the published ab" in wrong.stdout
    winners = json.loads((tmp_path / "close.json").read_text())["statement"]["result"]["winners"]
    counted = subprocess.run(
        [sys.executable, "-m", "bot.cli", "tally", tmp_path / "ballots.pb", "--json"], capture_output=True, check=True
    )
    assert json.loads(counted.stdout)["winners"] == winners
