"""The memory of a follower."""

import threading
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Conflict:
    """Contradicting terminal states of an order, or one that the provider's API contradicts.

    It is open while ``resolved_state``, the state that the API reports, is None.
    """

    terminal_states: tuple[str, ...]
    resolved_state: str | None

    @property
    def is_open(self) -> bool:
        """Whether the provider's API has not resolved the conflict yet."""
        return self.resolved_state is None


@dataclass(frozen=True, slots=True)
class HandledState:
    """The last state of a subject that a consumer has seen, whether or not it called the handler.

    ``sequence`` is that of the newest message with a known state, ``confirmed`` whether the
    provider's API had confirmed the state.
    """

    sequence: int
    state: str
    conflict: Conflict | None
    confirmed: bool


class HandledStates(Protocol):
    """A store of the last state that a consumer handled for each subject.

    Each consumer needs its own. Implementations are thread-safe. They may raise any exception if
    the store is down: the message is delivered again.
    """

    def find(self, subject: str) -> HandledState | None:
        """Return the stored state with a consistent read; None if there is none."""

    def replace(self, subject: str, found: HandledState | None, new: HandledState) -> bool:
        """Replace the stored state atomically if it is still the one found (None for none).

        Return False if another state is stored by now, which is then unchanged.
        """


class InMemoryHandledStates:
    """Stores handled states in memory, for tests and first steps.

    They end with the process, and a message that arrives again is then handled again.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._states: dict[str, HandledState] = {}

    def find(self, subject: str) -> HandledState | None:
        """Return the stored state; None if there is none."""
        with self._lock:
            return self._states.get(subject)

    def replace(self, subject: str, found: HandledState | None, new: HandledState) -> bool:
        """Replace the stored state if it is still the one found."""
        with self._lock:
            if self._states.get(subject) != found:
                return False
            self._states[subject] = new
            return True

    def all(self) -> dict[str, HandledState]:
        """Return all states by subject."""
        with self._lock:
            return dict(self._states)
