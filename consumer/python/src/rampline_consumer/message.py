"""Parses messages and validates the members that the follower decides by."""

import json
import re
from dataclasses import dataclass
from typing import Any, Literal, NoReturn, Required, TypedDict, cast

from .states import Conflict

_DATA_SCHEMA = "urn:rampline:data:1"
_MAX_SEQUENCE = 2**53 - 1
_SEQUENCE = re.compile(r"[0-9]{20}")
_SUBJECT = re.compile(r"(order|kyc)/[!-~]+")


class MessageData(TypedDict, total=False):
    """The data of a message, as in the schema ``urn:rampline:data:1``.

    Amounts are exact decimals as texts, times are ISO 8601. The follower checks only what it
    decides by. Later versions may add members.
    """

    subject: Required[str]
    kind: Required[Literal["order", "kyc"]]
    state: Required[str]
    previousState: str
    rawStatus: str
    eventName: str
    channel: Required[Literal["webhook", "api", "socket"]]
    trust: Required[Literal["unverified", "signed", "fetched"]]
    occurredAt: str
    receivedAt: Required[str]
    version: Required[int]
    confirmedAt: str
    conflict: Required[dict[str, Any] | None]
    unverified: Required[list[dict[str, str]]]
    backfill: Required[bool]
    extra: dict[str, str]

    # Orders
    orderId: str
    partnerOrderId: str
    side: Literal["BUY", "SELL", "NFT"]
    fiatAmount: str
    fiatCurrency: str
    cryptoAmount: str
    cryptoCurrency: str
    network: str
    walletAddress: str
    fromWalletAddress: str
    transactionHash: str
    fees: dict[Literal["network", "partner", "provider", "total"], str]
    exchangeRate: str
    paymentMethod: str
    failureReason: str
    errorCode: str
    cancelledBy: str
    createdAt: str
    completedAt: str

    # KYC
    partnerCustomerId: str
    partnerUserId: str
    userId: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class StateMessage:
    """A message of the events queue: the complete state of an order or of a customer's KYC.

    Of two messages about one subject, the one with the greater ``sequence`` is newer. The state
    may be one that this version does not know. ``confirmed`` says whether the provider's API
    confirmed the state, ``data["confirmedAt"]`` when.
    """

    subject: str
    kind: Literal["order", "kyc"]
    sequence: int
    state: str
    conflict: Conflict | None
    confirmed: bool
    data: MessageData


class UnreadableMessageError(Exception):
    """A message body is invalid. The text names the invalid member and quotes no data."""


def read_message(body: str | None) -> StateMessage:
    """Parse a message body.

    Raises UnreadableMessageError if it is not a valid message.
    """
    event = _object(_parsed(body), "")
    data = _object(event.get("data"), "/data")
    subject = _text(event.get("subject"), "/subject")
    kind = _text(data.get("kind"), "/data/kind")
    sequence = _sequence(event.get("sequence"))
    version = data.get("version")
    _check(_SUBJECT.fullmatch(subject) is not None and subject.startswith(f"{kind}/"), "/subject")
    _check(event.get("specversion") == "1.0", "/specversion")
    _check(event.get("dataschema") == _DATA_SCHEMA, "/dataschema")
    _check(event.get("id") == f"{subject}/{sequence}", "/id")
    _check(data.get("subject") == subject, "/data/subject")
    _check(type(version) is int and version == sequence and sequence > 0, "/data/version")
    return StateMessage(
        subject=subject,
        kind=cast(Literal["order", "kyc"], kind),
        sequence=sequence,
        state=_text(data.get("state"), "/data/state"),
        conflict=_conflict(data),
        confirmed="confirmedAt" in data,
        data=cast(MessageData, data),
    )


def _parsed(body: str | None) -> object:
    try:
        return json.loads(body or "", parse_constant=_reject_constant)
    except (ValueError, RecursionError):
        # Without the cause, whose text quotes the body.
        raise UnreadableMessageError("Not JSON") from None


def _reject_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _sequence(value: object) -> int:
    digits = _text(value, "/sequence")
    _check(_SEQUENCE.fullmatch(digits) is not None, "/sequence")
    sequence = int(digits)
    _check(sequence <= _MAX_SEQUENCE, "/sequence")
    return sequence


def _conflict(data: dict[str, object]) -> Conflict | None:
    """Read the conflict. It may be null but must be present."""
    _check("conflict" in data, "/data/conflict")
    if data["conflict"] is None:
        return None
    conflict = _object(data["conflict"], "/data/conflict")
    states = conflict.get("terminalStates")
    if not isinstance(states, list) or not states:
        raise _mismatch("/data/conflict/terminalStates")
    resolved = conflict.get("resolvedState", "")
    return Conflict(
        tuple(_text(state, "/data/conflict/terminalStates") for state in states),
        None if resolved is None else _text(resolved, "/data/conflict/resolvedState"),
    )


def _object(value: object, pointer: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise _mismatch(pointer)
    return value


def _text(value: object, pointer: str) -> str:
    if not isinstance(value, str) or not value:
        raise _mismatch(pointer)
    return value


def _check(condition: bool, pointer: str) -> None:
    if not condition:
        raise _mismatch(pointer)


def _mismatch(pointer: str) -> UnreadableMessageError:
    return UnreadableMessageError(f"Does not match the schema: {pointer}")
