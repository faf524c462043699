import json
from typing import Any

import pytest

from rampline_consumer import (
    Change,
    ConcurrentUpdateError,
    HandledState,
    InMemoryHandledStates,
    QueueMessage,
    StateFollower,
    UnreadableMessageError,
)

from . import vectors

CASES = vectors.read("follower.json")["cases"]


class HandlerError(Exception):
    pass


class MemoryFaultError(Exception):
    pass


class FailingStates(InMemoryHandledStates):
    """A memory that fails for the subjects that the batch names."""

    batch: dict[str, Any] = {}  # noqa: RUF012

    def find(self, subject: str) -> HandledState | None:
        if subject in self.batch.get("findFails", []):
            raise MemoryFaultError
        return super().find(subject)

    def replace(self, subject: str, found: HandledState | None, new: HandledState) -> bool:
        if subject in self.batch.get("replaceFails", []):
            raise MemoryFaultError
        return super().replace(subject, found, new)


def store(states: InMemoryHandledStates, wanted: dict[str, Any]) -> None:
    for subject, state in wanted.items():
        assert states.replace(subject, states.find(subject), vectors.state_of(state))


def call_of(change: Change) -> dict[str, Any]:
    return {
        "subject": change.subject,
        "sequence": change.sequence,
        "previous": change.previous,
        "state": change.state,
        "conflict": change.conflict,
        "confirmed": change.confirmed,
    }


def reason_text(reason: Exception) -> str:
    names = {
        UnreadableMessageError: "unreadable",
        ConcurrentUpdateError: "concurrent",
        MemoryFaultError: "memory",
        HandlerError: "handler",
    }
    return names[type(reason)]


def follow(batch: dict[str, Any], states: FailingStates) -> None:
    calls: list[dict[str, Any]] = []
    reasons: dict[str, str] = {}

    def on_change(change: Change) -> None:
        calls.append(call_of(change))
        store(states, batch.get("storedMeanwhile", {}))
        if f"{change.subject}/{change.sequence}" in batch.get("handlerFails", []):
            raise HandlerError

    def on_failure(delivery: QueueMessage, reason: Exception) -> None:
        reasons[delivery.id] = reason_text(reason)

    states.batch = batch
    failures = StateFollower(states, on_change, on_failure).follow(
        QueueMessage(
            message["id"],
            message["group"],
            json.dumps(body) if isinstance(body := message["body"], dict) else body,
        )
        for message in batch["messages"]
    )
    states.batch = {}
    expected = [
        call | {"conflict": vectors.conflict_of(call["conflict"])} for call in batch["calls"]
    ]
    assert calls == expected
    assert failures == batch["failures"]
    assert reasons == batch.get("reasons", {})


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    states = FailingStates()
    store(states, case.get("before", {}))
    for batch in case["batches"]:
        follow(batch, states)
    after = {subject: vectors.state_of(state) for subject, state in case["after"].items()}
    assert states.all() == after
