"""Follows the states of subjects."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from .message import StateMessage, read_message
from .states import Conflict, HandledState, HandledStates

_LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class QueueMessage:
    """A message of the queue.

    ``id`` is the queue's message id, which identifies a failed message. ``group`` is the FIFO
    group, which is the subject; messages that follow a failed one in it wait.
    """

    id: str
    group: str
    body: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """A change of a subject's state, conflict or confirmation since the handler was last called.

    ``previous`` is the state that was handled last, or None.
    """

    previous: str | None
    message: StateMessage

    @property
    def subject(self) -> str:
        """The subject that changed."""
        return self.message.subject

    @property
    def state(self) -> str:
        """The current state; never ``unknown``."""
        return self.message.state

    @property
    def conflict(self) -> Conflict | None:
        """The conflict, open or resolved; None if there is none."""
        return self.message.conflict

    @property
    def confirmed(self) -> bool:
        """Whether the provider's API confirmed the state."""
        return self.message.confirmed

    @property
    def sequence(self) -> int:
        """Grows with every change of a subject.

        Store it with the effect and reject smaller ones to be safe from a consumer that stalled
        and resumes after another took over.
        """
        return self.message.sequence


ChangeHandler = Callable[[Change], object]
"""Handles a change. It is called at least once for a change, so it must be idempotent. Raise to
receive the message again later, with all that follow it in its group."""

FailureListener = Callable[[QueueMessage, Exception], object]
"""Receives every message that could not be handled now and will be delivered again, and the
exception: of the handler or the store, an UnreadableMessageError or a ConcurrentUpdateError. Body
and group may contain personal data, the id does not. What it raises is ignored."""


class ConcurrentUpdateError(Exception):
    """Another consumer handled the same subject at the same time. The message arrives again."""


class StateFollower:
    """Calls a handler for each change of a subject's state.

    The queue may deliver messages twice, late and out of order. The handler is called in the order
    of ``sequence``, at least once for a change, and never for one older than one already handled.

    - State ``unknown``: the message is skipped and not stored, so that it does not hide a state
      that arrives late.
    - Not newer than the stored sequence: the message is late or a duplicate, and is skipped.
    - Same state, conflict and confirmation as stored: only its sequence is stored.
    - Otherwise: the handler is called, and then the state is stored.
    - If the message is unreadable, the handler raises, or the state cannot be stored, the message
      fails, and so do the messages that follow in its group, without a try.

    Thread-safe if the handler and the store are.
    """

    def __init__(
        self, states: HandledStates, on_change: ChangeHandler, on_failure: FailureListener
    ) -> None:
        self._states = states
        self._on_change = on_change
        self._on_failure = on_failure

    def follow(self, deliveries: Iterable[QueueMessage]) -> list[str]:
        """Handle messages in the order received.

        Return the ids of the failed ones; the caller deletes all others from the queue.
        """
        stopped: set[str] = set()
        failed: list[str] = []
        for delivery in deliveries:
            if delivery.group in stopped or not self._try_follow(delivery):
                stopped.add(delivery.group)
                failed.append(delivery.id)
        return failed

    def _try_follow(self, delivery: QueueMessage) -> bool:
        try:
            self._follow(read_message(delivery.body))
        except Exception as reason:
            self._report(delivery, reason)
            return False
        return True

    def _follow(self, message: StateMessage) -> None:
        if message.state == "unknown":
            return
        last = self._states.find(message.subject)
        if last is not None and message.sequence <= last.sequence:
            return
        new = HandledState(message.sequence, message.state, message.conflict, message.confirmed)
        if last is None or not _is_same_state(last, new):
            self._on_change(Change(last.state if last else None, message))
        if not self._states.replace(message.subject, last, new):
            raise ConcurrentUpdateError("Another consumer updated the subject")

    def _report(self, delivery: QueueMessage, reason: Exception) -> None:
        try:
            self._on_failure(delivery, reason)
        except Exception as fault:
            # A failing listener must not affect other messages. Its text may quote personal data.
            _LOGGER.warning("The failure listener failed: %s", type(fault).__name__)


def _is_same_state(one: HandledState, other: HandledState) -> bool:
    return (one.state, one.conflict, one.confirmed) == (
        other.state,
        other.conflict,
        other.confirmed,
    )
