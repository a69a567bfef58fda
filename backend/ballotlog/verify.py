#!/usr/bin/env python3
"""Re-check an exported vote: python3 verify.py EXPORT.zip [--frozen HASH] [--witness FILE] [--head HASH].

Needs Python 3.9 and nothing else. It checks the frozen vote, the chain of signed heads, the hash tree, each entry, the
last-ballot rule, turnout against the roll, and counts again by the vote's own rule, with code that shares nothing with
the counter of the city. It prints what is wrong and where, and exits with 1; or says that all is in order.

What it can't know by itself: whether the export is the one that everybody else has. So compare the hash of the frozen
vote, which was published before the vote opened, with --frozen, heads that somebody kept with --witness, and the head
that stood beside a receipt in the chat with --head.
"""

import argparse
import csv
import functools
import hashlib
import heapq
import io
import json
import math
import sys
import zipfile
import zlib
from collections import Counter
from decimal import Decimal
from fractions import Fraction

FILES = ("vote.json", "log.jsonl", "heads.jsonl", "close.json", "ballots.pb")
BESIDE = ("README.txt", "verify.py")
ENTRY_KEYS = {"vote", "frozen", "token", "nth", "choices", "salt"}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("export", help="the exported zip")
    parser.add_argument("--frozen", help="hash of the frozen vote as it was published before the vote")
    parser.add_argument("--witness", help="file of heads that somebody kept (lines as in heads.jsonl)")
    parser.add_argument("--head", default="", help="beginning of the hash of a signed head, as the chat shows it")
    parser.add_argument("--every-step", action="store_true", help="count every step of raised shares (slow)")
    options = parser.parse_args()
    try:
        with zipfile.ZipFile(options.export) as export:
            strange = strange_names(export.namelist())
            files = {name: export.read(name) for name in FILES}
    except (OSError, KeyError, RuntimeError, zipfile.BadZipFile, zlib.error) as error:
        print(f"{options.export} can't be read: {error}")
        return 2
    witness = b""
    if options.witness:
        with open(options.witness, "rb") as file:
            witness = file.read()
    faults, told = verify(
        files, frozen=options.frozen, witness=witness, head=options.head, every_step=options.every_step
    )
    faults = strange + faults
    for line in told:
        print(line)
    for fault in faults:
        print("WRONG:", fault)
    print(f"{len(faults)} faults" if faults else "All is in order.")
    return 1 if faults else 0


def strange_names(names):
    """Two files of one name are two votes in one zip: each reader may take another one."""
    twice = sorted({name for name in names if names.count(name) > 1})
    unknown = sorted(set(names) - {*FILES, *BESIDE})
    return [f"{name}: stands in the zip twice" for name in twice] + [f"{name}: has no place here" for name in unknown]


def verify(files, frozen=None, witness=b"", head="", every_step=False):
    """Faults, and what was found to be in order: two lists of sentences."""
    faults, told = [], []
    try:
        _verify(files, frozen, witness, every_step, faults, told)
        check_shown(files["heads.jsonl"], head.lower().rstrip(".…"), faults)
    except Exception as error:  # whatever a forger wrote that no check foresaw
        faults.append(f"the export is not what it should be: {type(error).__name__}: {error}")
    return faults, told


def _verify(files, frozen, witness, every_step, faults, told):
    vote = read_object(files["vote.json"], "vote.json", faults)
    if vote is None:
        return
    frozen_hash = hashlib.sha256(files["vote.json"]).hexdigest()
    told.append(f"vote {vote['vote']}, rule {vote['rule']}, level {vote.get('level')}, frozen as {frozen_hash}")
    if frozen and frozen.lower() != frozen_hash:
        faults.append(f"vote.json: its hash is {frozen_hash}, not the published {frozen}")
    entries, leaves = read_log(files["log.jsonl"], vote, frozen_hash, faults)
    heads = read_lines(files["heads.jsonl"], "heads.jsonl", faults)
    last = check_heads(heads, vote, frozen_hash, leaves, faults)
    check_witness(witness, heads, vote, faults)
    close = read_object(files["close.json"], "close.json", faults)
    if close is None:
        return
    statement = close["statement"]
    if set(close) != {"statement", "signature"}:
        faults.append("close.json: holds more than a statement and its signature")
    if not signed(vote["key"], canonical(statement), close["signature"]):
        faults.append("close.json: the signature is not the vote's key's")
    if statement["vote"] != vote["vote"] or statement["head"] != last:
        faults.append("close.json: it closes another log: its head is not the last one")
    told.append(f"{len(entries)} entries, {len(heads)} heads, tree and chain computed again")
    ballots = last_ballots(entries, vote, faults)
    check_pabulib(files["ballots.pb"], vote, ballots, faults)
    check_turnout(statement, ballots, faults, told)
    check_result(vote, statement, ballots, every_step, faults, told)


# --- reading ---------------------------------------------------------------------------------------------------------


def canonical(value):
    """RFC 8785 for objects, lists, strings, whole numbers, booleans and null."""

    def ordered(one):
        if isinstance(one, float):
            raise ValueError("a float has no place here")
        if isinstance(one, dict):
            return {key: ordered(one[key]) for key in sorted(one, key=lambda key: key.encode("utf-16-be"))}
        return [ordered(part) for part in one] if isinstance(one, list) else one

    return json.dumps(ordered(value), ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def read_object(raw, where, faults):
    try:
        value = json.loads(raw.decode("utf-8"))
        if isinstance(value, dict) and canonical(value) == raw:
            return value
        faults.append(f"{where}: not in canonical form")
    except (ValueError, RecursionError) as error:
        faults.append(f"{where}: {error}")
    return None


def read_lines(raw, where, faults):
    if raw and not raw.endswith(b"\n"):
        faults.append(f"{where}: the last line is cut off")
    lines = [
        read_object(line, f"{where}, line {number}", faults) for number, line in enumerate(raw.split(b"\n")[:-1], 1)
    ]
    return [line for line in lines if line is not None]


def read_log(raw, vote, frozen_hash, faults):
    """The entries in order, and the hash of every line."""
    before = len(faults)
    lines = raw.split(b"\n")[:-1]
    entries = read_lines(raw, "log.jsonl", faults)
    leaves = [hashlib.sha256(b"\x00" + line).digest() for line in lines]
    if len(faults) == before:
        for number, entry in enumerate(entries, 1):
            wrong = wrong_entry(entry, vote, frozen_hash)
            if wrong:
                faults.append(f"log.jsonl, line {number}: {wrong}")
    return entries, leaves


def wrong_entry(entry, vote, frozen_hash):
    keys = ENTRY_KEYS | ({"points"} if vote["kind"] in ("cumulative", "scoring") else set())
    if set(entry) != keys:
        return f"its keys are {sorted(entry)}"
    if entry["vote"] != vote["vote"] or entry["frozen"] != frozen_hash:
        return "it belongs to another vote"
    if not all(isinstance(entry[key], str) for key in ("token", "salt")) or not entry["token"]:
        return "token or salt is no text"
    if type(entry["nth"]) is not int or not isinstance(entry["choices"], list):
        return "nth or choices is not what it should be"
    return None


# --- heads and tree --------------------------------------------------------------------------------------------------


def check_heads(heads, vote, frozen_hash, leaves, faults):
    """Check chain, signatures and roots; returns the hash of the last head."""
    previous, size, time = frozen_hash, 0, ""
    tree = []
    if not heads:
        faults.append("heads.jsonl: there is no head")
    for number, signed_head in enumerate(heads, 1):
        where = f"heads.jsonl, line {number}"
        head = signed_head["head"]
        message = canonical(head)
        if set(head) != {"vote", "size", "root", "previous", "frozen", "time"} or set(signed_head) != {
            "head",
            "signature",
        }:
            faults.append(f"{where}: not the form of a head")
            continue
        if not signed(vote["key"], message, signed_head["signature"]):
            faults.append(f"{where}: the signature is not the vote's key's")
        if head["vote"] != vote["vote"] or head["frozen"] != frozen_hash:
            faults.append(f"{where}: it belongs to another vote")
        if head["previous"] != previous:
            faults.append(f"{where}: it does not follow the head before it")
        if head["size"] < size or head["time"] < time:
            faults.append(f"{where}: size or time goes backwards")
        if head["size"] > len(leaves):
            faults.append(f"{where}: it covers {head['size']} entries, the log holds {len(leaves)}")
        else:
            for leaf in leaves[size : head["size"]]:
                grow(tree, leaf)
            if root(tree) != head["root"]:
                faults.append(
                    f"{where}: the first {head['size']} entries have another root: log lines {size + 1} to "
                    f"{head['size']} were changed, or lines before them"
                )
        previous, size, time = hashlib.sha256(message).hexdigest(), max(size, head["size"]), head["time"]
    if heads and size < len(leaves):
        faults.append(f"log.jsonl: lines {size + 1} to {len(leaves)} are covered by no head")
    return previous


def check_witness(witness, heads, vote, faults):
    for number, kept in enumerate(read_lines(witness, "witness", faults), 1):
        if not signed(vote["key"], canonical(kept["head"]), kept["signature"]):
            faults.append(f"witness, line {number}: not signed by the vote's key")
        elif kept["head"] not in [one["head"] for one in heads]:
            faults.append(f"witness, line {number}: this head was shown once and is missing now: the log was rewritten")


def check_shown(raw, shown, faults):
    """Whether the log has the head that somebody was shown; its hash may be cut short."""
    hashes = [hashlib.sha256(canonical(json.loads(line)["head"])).hexdigest() for line in raw.split(b"\n")[:-1]]
    if shown and not any(one.startswith(shown) for one in hashes):
        faults.append(f"heads.jsonl: no head {shown}: one that was shown is missing, the log was rewritten")


def grow(tree, leaf):
    """RFC 9162: keep the roots of the complete parts."""
    size, top = 1, leaf
    while tree and tree[-1][0] == size:
        top = hashlib.sha256(b"\x01" + tree.pop()[1] + top).digest()
        size *= 2
    tree.append((size, top))


def root(tree):
    if not tree:
        return hashlib.sha256().hexdigest()
    top = tree[-1][1]
    for _, part in reversed(tree[:-1]):
        top = hashlib.sha256(b"\x01" + part + top).digest()
    return top.hex()


# --- Ed25519 (RFC 8032, section 6), verification only ----------------------------------------------------------------

P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def added(one, other):
    a, b = (one[1] - one[0]) * (other[1] - other[0]) % P, (one[1] + one[0]) * (other[1] + other[0]) % P
    c, d = 2 * one[3] * other[3] * D % P, 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(number, point):
    result = (0, 1, 1, 0)
    while number:
        if number & 1:
            result = added(result, point)
        point = added(point, point)
        number >>= 1
    return result


def decompressed(raw):
    y = int.from_bytes(raw, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * ROOT % P
    if (x * x - x2) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return (x, y, 1, x * y % P)


BASE = decompressed(bytes([0x58] + [0x66] * 31))


def signed(key, message, signature):
    """Whether a signature (hex) is the key's (hex) over a message."""
    try:
        public, raw = bytes.fromhex(key), bytes.fromhex(signature)
    except (TypeError, ValueError):
        return False
    if len(public) != 32 or len(raw) != 64 or public.hex() != key or raw.hex() != signature:
        return False
    a, r, s = decompressed(public), decompressed(raw[:32]), int.from_bytes(raw[32:], "little")
    if a is None or r is None or s >= Q:
        return False
    h = int.from_bytes(hashlib.sha512(raw[:32] + public + message).digest(), "little") % Q
    left, right = times(s, BASE), added(r, times(h, a))
    return not ((left[0] * right[2] - right[0] * left[2]) % P or (left[1] * right[2] - right[1] * left[2]) % P)


# --- ballots ---------------------------------------------------------------------------------------------------------


def last_ballots(entries, vote, faults):
    """The ballot that counts for each token: (projects as numbers, points or None); checks order and legality."""
    numbers = {project["id"]: number for number, project in enumerate(vote["projects"])}
    costs = [project["cost"] for project in vote["projects"]]
    counts, ballots = {}, {}
    for line, entry in enumerate(entries, 1):
        token = entry.get("token")
        if entry.get("nth") != counts.get(token, 0) + 1:
            faults.append(
                f"log.jsonl, line {line}: ballot number {entry.get('nth')} of its token, after "
                f"{counts.get(token, 0)}: one is missing, or stands here twice"
            )
        counts[token] = entry.get("nth", 0)
        illegal = wrong_ballot(entry, vote, numbers, costs)
        if illegal:
            faults.append(f"log.jsonl, line {line}: {illegal}")
        else:
            ballots[token] = ([numbers[one] for one in entry["choices"]], entry.get("points"))
    return ballots


def wrong_ballot(entry, vote, numbers, costs):
    choices, limits = entry["choices"], vote["limits"]
    if any(not isinstance(one, str) or one not in numbers for one in choices):
        return "it names a project that is not on the ballot"
    if len(set(choices)) < len(choices):
        return "it names a project twice"
    if not limits.get("min_length", 0) <= len(choices) <= limits.get("max_length", len(numbers)):
        return f"it names {len(choices)} projects"
    if sum(costs[numbers[one]] for one in choices) > limits.get("max_sum_cost", math.inf):
        return "its projects cost more than a ballot may"
    if vote["kind"] in ("cumulative", "scoring"):
        points = entry["points"]
        if not isinstance(points, list) or len(points) != len(choices) or any(type(one) is not int for one in points):
            return "its points are not one number for each project"
        low, high = limits.get("min_points", 0), limits.get("max_points", math.inf)
        if any(not low <= one <= high for one in points) or sum(points) > limits.get("max_sum_points", math.inf):
            return "its points are beyond the limits"
    return None


def check_pabulib(raw, vote, ballots, faults):
    """Whether what other counters are given is what was voted: the same rule, money, projects and ballots."""
    expected = pabulib(vote, [ballots[token] for token in sorted(ballots)]).encode().split(b"\n")
    lines = raw.split(b"\n")
    for number, (line, other) in enumerate(zip(lines, expected), 1):
        if line != other:
            faults.append(f"ballots.pb, line {number}: not what vote.json and log.jsonl say")
            return
    if len(lines) != len(expected):
        faults.append(f"ballots.pb: {len(lines)} lines where {len(expected)} are due")


def pabulib(vote, ballots):
    """The ballots that count as a .pb file."""
    ids = [project["id"] for project in vote["projects"]]
    with_points = vote["kind"] in ("cumulative", "scoring")
    meta = {name: vote["limits"][name] for name in sorted(vote["limits"]) if name != "max_sum_cost"}
    meta.update(description=vote["vote"], rule=vote["rule"], num_projects=len(ids), num_votes=len(ballots))
    meta.update(budget=in_units(vote["budget"], vote["scale"]), vote_type=vote["kind"])
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\n")
    writer.writerows([["META"], ["key", "value"], *meta.items(), ["PROJECTS"], ["project_id", "cost", "name"]])
    writer.writerows([one["id"], in_units(one["cost"], vote["scale"]), one["name"]] for one in vote["projects"])
    writer.writerows([["VOTES"], ["voter_id", "vote", "points"][: 3 if with_points else 2]])
    for place, (picks, points) in enumerate(ballots, 1):
        row = [place, ",".join(ids[one] for one in picks)]
        writer.writerow([*row, ",".join(map(str, points))] if with_points else row)
    return text.getvalue()


def in_units(amount, scale):
    return format((Decimal(amount) / scale).normalize(), "f")


def check_turnout(statement, ballots, faults, told):
    roll, took = statement["roll"], statement["took"]
    told.append(f"{len(ballots)} voters, {took} took a ballot" + (f", {roll} on the roll" if roll is not None else ""))
    if statement["voters"] != len(ballots):
        faults.append(f"close.json: it says {statement['voters']} voters, the log holds {len(ballots)}")
    if len(ballots) > took:
        faults.append(f"more voters ({len(ballots)}) than people who took a ballot ({took})")
    if roll is not None and took > roll:
        faults.append(f"more people took a ballot ({took}) than are on the roll ({roll})")


# --- counting again --------------------------------------------------------------------------------------------------


def check_result(vote, statement, ballots, every_step, faults, told):
    said = statement["result"]
    out = {one["project"]: one["why"] for one in statement["out"]}
    for project, why in out.items():
        told.append(f"taken out before the count: {project} ({why})")
    winners, topped_up = recount(vote, list(ballots.values()), out, said, every_step, faults)
    if set(winners) != set(said["winners"]) or len(winners) != len(said["winners"]):
        faults.append(f"close.json: the count gives other winners: {', '.join(winners)}")
    elif list(topped_up) != list(said["topped_up"]):
        faults.append(f"close.json: the count tops up {', '.join(topped_up) or 'nothing'}")
    else:
        told.append(f"counted again by {vote['rule']}: the same {len(winners)} winners")
    cost = sum(project["cost"] for project in vote["projects"] if project["id"] in set(winners))
    if said["cost"] != cost:
        faults.append(f"close.json: the winners cost {cost}, not {said['cost']}")
    if said["rule"] != vote["rule"]:
        faults.append("close.json: another rule than the frozen one")


class Count:
    """What every rule needs to know."""

    def __init__(self, vote, ballots, out):
        self.method, _, options = vote["rule"].partition(":")
        self.options = dict(option.split("=", 1) for option in options.split(",") if option)
        self.kind, self.budget, self.limits = vote["kind"], vote["budget"], vote["limits"]
        self.scale = vote["scale"]
        self.ids = [project["id"] for project in vote["projects"]]
        self.costs = [project["cost"] for project in vote["projects"]]
        self.running = [number for number, name in enumerate(self.ids) if name not in out]
        self.ballots = ballots
        self.seats = int(self.options.get("seats", 1))
        self.tie = self.tie_places()

    def tie_places(self):
        tie = self.options.get("tie", "file")
        keys = {
            "file": lambda one: one,
            "id": lambda one: self.ids[one],
            "cheaper": lambda one: (self.costs[one], one),
            "dearer": lambda one: (-self.costs[one], one),
        }
        seed = tie.partition("=")[2]
        key = keys.get(tie, lambda one: hashlib.sha256(f"{seed}/{self.ids[one]}".encode()).digest())
        return {number: place for place, number in enumerate(sorted(range(len(self.ids)), key=key))}

    def ranked(self, candidates, total):
        return sorted(sorted(candidates, key=self.tie.get), key=total, reverse=True)

    def votes(self, ballots=None):
        found = Counter()
        for picks, points in self.ballots if ballots is None else ballots:
            found.update(picks if points is None else [one for one, given in zip(picks, points) if given > 0])
        return found

    def points(self):
        found = Counter()
        for picks, points in self.ballots:
            for one, given in zip(picks, points):
                found[one] += given
        return found

    def borda(self):
        found = Counter()
        most = self.limits.get("max_length") or max((len(picks) for picks, _ in self.ballots), default=0)
        for picks, _ in self.ballots:
            for place, one in enumerate(picks):
                found[one] += max(most - place, 0)
        return found

    def totals(self):
        if self.kind == "ordinal":
            return self.borda()
        return self.points() if self.kind in ("cumulative", "scoring") else self.votes()


def recount(vote, ballots, out, said, every_step, faults):
    """Winners and topped-up projects, as ids."""
    count = Count(vote, ballots, out)
    rules = {
        "greedy": lambda: greedy(count, count.totals()),
        "greedy-no-skip": lambda: greedy(count, count.totals(), stop=True),
        "greedy-top-up": lambda: greedy(count, count.totals(), stop=True, top_up=True),
        "greedy-per-cost": lambda: per_cost(count),
        "points": lambda: greedy(count, count.points()),
        "borda": lambda: greedy(count, count.borda()),
        "knapsack": lambda: greedy(
            count,
            count.votes([ballot for ballot in ballots if sum(count.costs[one] for one in ballot[0]) <= count.budget]),
        ),
        "majority-judgment": lambda: majority_judgment(count),
        "plurality": lambda: (count.ranked(count.running, plurality(count).__getitem__)[: count.seats], []),
        "approval": lambda: (count.ranked(count.running, count.votes().__getitem__)[: count.seats], []),
        "irv": lambda: (irv(count), []),
        "schulze": lambda: (schulze(count), []),
        "stv": lambda: (stv(count), []),
    }
    if count.method.startswith("equalshares"):
        winners, topped_up = equal_shares(count, said["steps"], every_step, faults), []
    else:
        winners, topped_up = rules[count.method]()
    return [count.ids[one] for one in winners], [count.ids[one] for one in topped_up]


def greedy(count, total, measure=None, stop=False, top_up=False):
    least = int(count.options.get("threshold", 0))
    groups = [group.split("+") for group in count.options.get("exclusive", "").split("|")]
    left, winners, topped_up = count.budget, [], []
    for one in count.ranked([one for one in count.running if total[one] >= least], measure or total.__getitem__):
        rivals = {name for group in groups if count.ids[one] in group for name in group} - {count.ids[one]}
        if rivals & {count.ids[winner] for winner in winners}:
            continue
        if count.costs[one] <= left:
            winners.append(one)
            left -= count.costs[one]
        elif stop:
            part = count.options.get("top-up", "4/5")
            part = Fraction(part.rstrip("%")) / (100 if part.endswith("%") else 1)
            topped_up = [one] if top_up and left >= part * count.costs[one] else []
            break
    return winners, topped_up


def per_cost(count):
    total = count.totals()
    return greedy(count, total, lambda one: (count.costs[one] == 0, Fraction(total[one], count.costs[one] or 1)))


def majority_judgment(count):
    graded = {one: Counter() for one in count.running}
    for picks, points in count.ballots:
        for one, grade in zip(picks, points or [1] * len(picks)):
            if one in graded:
                graded[one][grade] += 1
    every = [grade for _, points in count.ballots for grade in points or [1]]
    lowest = count.limits.get("min_points", min([0, *every]))
    sequences = {}
    for one, grades in graded.items():
        grades[lowest] += len(count.ballots) - sum(grades.values())
        sequences[one] = list(medians(sorted(grades.elements())))
    ranks = {one: place for place, one in enumerate(sorted(graded, key=sequences.get))}
    for one, before in zip(sorted(graded, key=ranks.get)[1:], sorted(graded, key=ranks.get)):
        if sequences[one] == sequences[before]:
            ranks[one] = ranks[before]
    total = Counter({one: sequence[0] if sequence else 0 for one, sequence in sequences.items()})
    return greedy(count, total, ranks.get)


def medians(grades):
    """The grades in the order in which lower medians come off: from the middle outwards, the lower side first."""
    low = (len(grades) - 1) // 2
    high = low + 1
    below = len(grades) % 2 == 1
    if grades:
        yield grades[low]
        low -= 1
    while low >= 0 or high < len(grades):
        if (not below and low >= 0) or high >= len(grades):
            yield grades[low]
            low -= 1
        else:
            yield grades[high]
            high += 1
        below = not below


# --- equal shares ----------------------------------------------------------------------------------------------------


def equal_shares(count, steps, every_step, faults):
    """Counts at the stated step and the next; with every_step, all from the first."""
    votes = count.votes()
    free = [one for one in count.running if votes[one] and not count.costs[one]]
    run = functools.lru_cache(maxsize=4)(lambda step: shares_at(count, step))
    raised = count.method not in ("equalshares", "equalshares/greedy")
    if not raised:
        winners = run(0)
    else:
        if every_step:
            found = first_stop(count, run)
            if found != steps:
                faults.append(f"close.json: shares were raised {steps} times, the rule stops at {found}")
        elif (steps and not fits(count, run(steps))) or not stops(count, run, steps):
            faults.append(f"close.json: raising shares does not stop at step {steps}")
        winners = run(steps)
    winners = [*free, *winners]
    if count.method in ("equalshares/greedy", "equalshares/add1u"):
        left = count.budget - sum(count.costs[one] for one in winners)
        for one in count.ranked([one for one in count.running if votes[one] and one not in winners], votes.__getitem__):
            if count.costs[one] <= left:
                winners.append(one)
                left -= count.costs[one]
    if count.method == "equalshares/add1-comparison":
        other = greedy(count, count.totals())[0]
        mine, yours = money_for_voters(count, winners), money_for_voters(count, other)
        if sum(b > a for a, b in zip(mine, yours)) > sum(a > b for a, b in zip(mine, yours)):
            return other
    return winners


def money_for_voters(count, winners):
    won = set(winners)
    return [
        sum(count.costs[one] for one, given in zip(picks, points or [1] * len(picks)) if one in won and given > 0)
        for picks, points in count.ballots
    ]


def fits(count, winners):
    return sum(count.costs[one] for one in winners) <= count.budget


def stops(count, run, step):
    """Whether raising ends at this step: the next overspends, or nothing is left to add."""
    winners = run(step)
    votes = count.votes()
    backed = [one for one in count.running if votes[one] and count.costs[one]]
    left = count.budget - sum(count.costs[one] for one in winners)
    if len(winners) == len(backed):
        return True
    if count.method == "equalshares/add1-exhaustive" and not any(
        count.costs[one] <= left for one in backed if one not in winners
    ):
        return True
    return not fits(count, run(step + 1))


def first_stop(count, run):
    step = 0
    while not stops(count, run, step):
        step += 1
    return step


def shares_at(count, step):
    """One run in exact fractions; money in parts of the smallest unit, one part a voter."""
    voters = len(count.ballots)
    share = count.budget + step * int(count.options.get("step", 1)) * count.scale * voters
    running = set(count.running)
    groups = Counter()
    for picks, points in count.ballots:
        given = points or [1] * len(picks)
        groups[frozenset(one for one, number in zip(picks, given) if one in running and number > 0)] += 1
    backers = {one: [] for one in running}
    weights, purses = [], []
    for group, (picks, number) in enumerate(groups.items()):
        weights.append(number)
        purses.append(share)
        for one in picks:
            backers[one].append(group)
    heap = []
    for one, groups_of_one in backers.items():
        support = sum(weights[group] for group in groups_of_one)
        if support and count.costs[one] and support * share >= count.costs[one] * voters:
            heap.append((Fraction(1, support), count.tie[one], one))
    heapq.heapify(heap)
    winners = []
    while heap:
        one = heapq.heappop(heap)[2]
        rest, many = count.costs[one] * voters, sum(weights[group] for group in backers[one])
        payment = None
        for group in sorted(backers[one], key=purses.__getitem__):
            if purses[group] * many >= rest:
                payment = Fraction(rest) / many
                break
            rest -= purses[group] * weights[group]
            many -= weights[group]
        if payment is None:
            continue
        entry = (payment / (count.costs[one] * voters), count.tie[one], one)
        if heap and heap[0] < entry:
            heapq.heappush(heap, entry)
            continue
        winners.append(one)
        for group in backers[one]:
            purses[group] = max(purses[group] - payment, 0)
    return winners


# --- single decisions ------------------------------------------------------------------------------------------------


def rankings(count):
    running = set(count.running)
    return Counter(tuple(one for one in picks if one in running) for picks, _ in count.ballots)


def plurality(count):
    found = Counter()
    for ranking, number in rankings(count).items():
        if ranking:
            found[ranking[0]] += number
    return found


def irv(count):
    standing = set(count.running)
    while True:
        held = Counter()
        for ranking, number in rankings(count).items():
            first = next((one for one in ranking if one in standing), None)
            if first is not None:
                held[first] += number
        order = count.ranked(standing, held.__getitem__)
        if len(order) < 2 or 2 * held[order[0]] > sum(held.values()):
            return order[:1]
        standing.remove(order[-1])


def schulze(count):
    prefer = Counter()
    for ranking, number in rankings(count).items():
        below = set(count.running)
        for one in ranking:
            below.discard(one)
            for other in below:
                prefer[one, other] += number
    pairs = [(one, other) for one in count.running for other in count.running if one != other]
    path = {pair: prefer[pair] if prefer[pair] > prefer[pair[::-1]] else 0 for pair in pairs}
    for middle in count.running:
        for one, other in pairs:
            if middle not in (one, other):
                path[one, other] = max(path[one, other], min(path[one, middle], path[middle, other]))
    beats = Counter(one for one, other in pairs if path[one, other] > path[other, one])
    return count.ranked(count.running, beats.__getitem__)[: count.seats]


def stv(count):
    piles = [[ranking, Fraction(number)] for ranking, number in rankings(count).items()]
    quota = sum(number for ranking, number in rankings(count).items() if ranking) // (count.seats + 1) + 1
    standing, elected = set(count.running), []
    while len(elected) < count.seats and standing:
        held, firsts = dict.fromkeys(standing, Fraction(0)), []
        for ranking, value in piles:
            first = next((one for one in ranking if one in standing), None)
            firsts.append(first)
            if first is not None:
                held[first] += value
        order = count.ranked(standing, held.__getitem__)
        if len(elected) + len(standing) <= count.seats:
            elected += order
            break
        if held[order[0]] >= quota:
            keep = 1 - quota / held[order[0]]
            for pile, first in zip(piles, firsts):
                pile[1] *= keep if first == order[0] else 1
            elected.append(order[0])
            standing.remove(order[0])
        else:
            standing.remove(order[-1])
    return elected


if __name__ == "__main__":
    sys.exit(main())
