"""Signed heads: what the log held at a time. Whoever keeps one can prove later that it was shown to them."""

import hashlib
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from backend.ballotlog.canonical import canonical


@dataclass(frozen=True, slots=True)
class Head:
    """The log's size and root at a time, chained to the head before; hashes in hex."""

    vote: str
    size: int
    root: str
    previous: str
    """SHA-256 of the head before in canonical form; of the first head, the hash of the frozen vote."""
    frozen: str
    """SHA-256 of the frozen vote: what can be chosen, the rule, the key."""
    time: str
    """UTC, to the second: 2026-03-02T15:00:00Z."""

    @property
    def canonical(self) -> bytes:
        """What is hashed and signed."""
        return canonical(asdict(self))

    @property
    def hash(self) -> str:
        """SHA-256 of the canonical form."""
        return hashlib.sha256(self.canonical).hexdigest()


def written_time(at: datetime) -> str:
    """A time as heads carry it."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read_time(written: str) -> datetime:
    """The time that a head carries."""
    return datetime.fromisoformat(written)


def new_key() -> bytes:
    """A new private key: 32 bytes from the system's randomness."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def public_key(private: bytes) -> str:
    """The public key of a private one, in hex."""
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw().hex()


def sign(private: bytes, message: bytes) -> str:
    """The Ed25519 signature (RFC 8032), in hex."""
    return Ed25519PrivateKey.from_private_bytes(private).sign(message).hex()


def is_signed(public: str, message: bytes, signature: str) -> bool:
    """Whether a signature is the key's over the message."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(bytes.fromhex(signature), message)
    except (InvalidSignature, ValueError):
        return False
    return True


def signed(private: bytes, head: Head) -> dict[str, Any]:
    """A head with its signature, as it is published."""
    return {"head": asdict(head), "signature": sign(private, head.canonical)}
