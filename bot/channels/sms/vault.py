"""The vault: a number is found by its keyed hash and kept encrypted; neither key is ever in the database.

A plain hash would be no protection: all numbers of a country can be tried within seconds.
"""

import base64
import hashlib
import hmac
import os
from collections.abc import Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE = 12
KEY_BYTES = 32


class Unsealable(Exception):
    """A number can't be read with the keys at hand."""


class Vault:
    """Hashes and seals numbers in E.164. New seals use the first key; older ones still open what they sealed."""

    def __init__(self, index_key: bytes, seal_keys: Sequence[bytes]) -> None:
        self._index_key = index_key
        self._seals = {_name(key): AESGCM(key) for key in seal_keys}
        self.newest = _name(seal_keys[0])

    def hash(self, number: str) -> str:
        """By what a number is found (HMAC-SHA256)."""
        return hmac.new(self._index_key, number.encode(), hashlib.sha256).hexdigest()

    def seal(self, number: str) -> str:
        """The number, encrypted and bound to its hash (AES-256-GCM); the key's name stands in front."""
        nonce = os.urandom(_NONCE)
        sealed = self._seals[self.newest].encrypt(nonce, number.encode(), self.hash(number).encode())
        return f"{self.newest}:{base64.b64encode(nonce + sealed).decode()}"

    def open(self, sealed: str, hash_: str) -> str:
        """The number; raises Unsealable for a key that is missing, or a seal that belongs to another number."""
        name, _, content = sealed.partition(":")
        raw = base64.b64decode(content)
        try:
            return self._seals[name].decrypt(raw[:_NONCE], raw[_NONCE:], hash_.encode()).decode()
        except (KeyError, InvalidTag):
            raise Unsealable(f"sealed with the key {name}") from None


def _name(key: bytes) -> str:
    """A key's name, which tells nothing of it."""
    return hashlib.sha256(b"agora seal" + key).hexdigest()[:8]


def key_from(words: str) -> bytes:
    """A key as it stands in the environment: 32 bytes in base64; raises ValueError for anything else."""
    raw = base64.urlsafe_b64decode(words.strip().replace("+", "-").replace("/", "_") + "==")
    if len(raw) != KEY_BYTES:
        raise ValueError(f"a key has {KEY_BYTES} bytes in base64, this has {len(raw)}")
    return raw
