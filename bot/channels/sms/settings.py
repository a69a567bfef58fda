"""Which gateways there are, from the environment only."""

from typing import Annotated

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.channels.sms.vault import Vault, key_from

PREFIX = "AGORA_SMS_"
Prefixes = Annotated[tuple[str, ...], NoDecode]


class SmsSettings(BaseSettings):
    """Secrets and addresses of the gateways; a gateway is there when its address or account is.

    Prefixes are beginnings of numbers ("+33,+262"), none for all. `seal_keys` are 32 bytes each in base64, newest
    first; the doors for gateways are at `port`, `callback_url` is where Kannel finds them, `public_url` where the world
    does.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid")

    index_key: SecretStr | None = None
    seal_keys: SecretStr | None = None
    port: int = Field(default=8090, ge=0, le=65535)
    callback_url: str | None = None
    public_url: str | None = None
    kannel_url: str | None = None
    kannel_username: str = "agora"
    kannel_password: SecretStr | None = None
    kannel_secret: SecretStr | None = None
    kannel_sender: str = ""
    kannel_prefixes: Prefixes = ()
    twilio_account: str | None = None
    twilio_token: SecretStr | None = None
    twilio_sender: str = ""
    twilio_prefixes: Prefixes = ()
    twilio_url: str | None = None
    gammu_database: str | None = Field(default=None, description="The URL of smsd's database.")
    gammu_sender: str = ""
    gammu_prefixes: Prefixes = ()

    @field_validator("kannel_prefixes", "twilio_prefixes", "gammu_prefixes", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @model_validator(mode="after")
    def _keys_are_there(self) -> "SmsSettings":
        if self.is_open and (self.index_key is None or self.seal_keys is None):
            raise ValueError("AGORA_SMS_INDEX_KEY and AGORA_SMS_SEAL_KEYS: numbers are kept only hashed and sealed")
        if self.kannel_url and (self.kannel_password is None or self.kannel_secret is None or not self.kannel_sender):
            raise ValueError("Kannel needs AGORA_SMS_KANNEL_PASSWORD, AGORA_SMS_KANNEL_SECRET, AGORA_SMS_KANNEL_SENDER")
        if self.twilio_account and (self.twilio_token is None or not self.twilio_sender or not self.public_url):
            raise ValueError("Twilio needs AGORA_SMS_TWILIO_TOKEN, AGORA_SMS_TWILIO_SENDER, AGORA_SMS_PUBLIC_URL")
        return self

    @property
    def is_open(self) -> bool:
        """Whether any gateway is there."""
        return bool(self.kannel_url or self.twilio_account or self.gammu_database)

    @property
    def own_numbers(self) -> list[str]:
        """The numbers that the city itself writes from."""
        return [number for number in (self.kannel_sender, self.twilio_sender, self.gammu_sender) if number]

    def vault(self) -> Vault:
        """The vault with these keys; raises ValueError for keys that are none."""
        if self.index_key is None or self.seal_keys is None:
            raise ValueError("AGORA_SMS_INDEX_KEY and AGORA_SMS_SEAL_KEYS are not set")
        seals = [key_from(words) for words in self.seal_keys.get_secret_value().split(",") if words.strip()]
        if not seals:
            raise ValueError("AGORA_SMS_SEAL_KEYS holds no key")
        return Vault(key_from(self.index_key.get_secret_value()), seals)
