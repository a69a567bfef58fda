"""The hash tree of RFC 9162 (Certificate Transparency 2.0): one root for all entries, short proofs for each."""

import hashlib
from collections.abc import Iterable, Sequence


def leaf_hash(entry: bytes) -> bytes:
    """The hash of an entry (section 2.1.1)."""
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of two hashes."""
    return hashlib.sha256(b"\x01" + left + right).digest()


class Tree:
    """A tree that grows: keeps the roots of its complete parts, so that each new entry costs two hashes on average."""

    def __init__(self, leaves: Iterable[bytes] = ()) -> None:
        self.size = 0
        self._parts: list[tuple[int, bytes]] = []
        for leaf in leaves:
            self.add(leaf)

    def add(self, leaf: bytes) -> None:
        """Append the hash of an entry."""
        size, root = 1, leaf
        while self._parts and self._parts[-1][0] == size:
            root = node_hash(self._parts.pop()[1], root)
            size *= 2
        self._parts.append((size, root))
        self.size += 1

    def root(self) -> bytes:
        """The hash over all entries; of none, SHA-256 of nothing."""
        if not self._parts:
            return hashlib.sha256().digest()
        root = self._parts[-1][1]
        for _, part in reversed(self._parts[:-1]):
            root = node_hash(part, root)
        return root


def inclusion_proof(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """The hashes that lead from an entry to the root, from below (section 2.1.3.1)."""
    if not 0 <= index < len(leaves):
        raise IndexError(index)
    if len(leaves) == 1:
        return []
    middle = 1 << (len(leaves) - 1).bit_length() - 1
    if index < middle:
        return [*inclusion_proof(leaves[:middle], index), Tree(leaves[middle:]).root()]
    return [*inclusion_proof(leaves[middle:], index - middle), Tree(leaves[:middle]).root()]


def root_from_proof(leaf: bytes, index: int, size: int, proof: Sequence[bytes]) -> bytes | None:
    """The root that an inclusion proof leads to; None when the proof is not one (section 2.1.3.2)."""
    if not 0 <= index < size:
        return None
    at, last, root = index, size - 1, leaf
    for part in proof:
        if last == 0:
            return None
        if at % 2 or at == last:
            root = node_hash(part, root)
            while at % 2 == 0 and at:
                at, last = at // 2, last // 2
        else:
            root = node_hash(root, part)
        at, last = at // 2, last // 2
    return root if last == 0 else None
