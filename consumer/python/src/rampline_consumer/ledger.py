"""The current state of a subject in the ledger."""

from dataclasses import dataclass
from datetime import datetime

from .follower import Change
from .states import Conflict


@dataclass(frozen=True, slots=True)
class RecordSnapshot:
    """The current state of a subject in the ledger.

    ``version`` is the ``sequence`` of its message. ``confirmed_at`` is when the provider's API
    confirmed the state; None if it has not, and while a conflict is open. ``confirmed`` says, for
    KYC, whether the time of an event or the provider's API supports the state; it is always true
    for orders. ``trust`` is the trust level of the event that created this version.
    """

    subject: str
    state: str
    version: int
    conflict: Conflict | None
    confirmed_at: datetime | None
    confirmed: bool
    trust: str
    updated_at: datetime

    @property
    def has_open_conflict(self) -> bool:
        """Whether there is a conflict that the provider's API has not resolved."""
        return self.conflict is not None and self.conflict.is_open

    def is_behind(self, change: Change) -> bool:
        """Return whether the ledger has an older version than the change.

        Every version is in the ledger before its message is sent, so this is another ledger or one
        restored from a backup.
        """
        return self.version < change.sequence

    def is_consistent_with(self, change: Change) -> bool:
        """Return whether a change is still current.

        The subject has the same state, without an open conflict, at the change's version or a
        later one.
        """
        return (
            (self.subject, self.state) == (change.subject, change.state)
            and not self.is_behind(change)
            and not self.has_open_conflict
        )


@dataclass(frozen=True, slots=True)
class Found:
    """The ledger has a record of the subject."""

    snapshot: RecordSnapshot


@dataclass(frozen=True, slots=True)
class Erased:
    """The subject was erased permanently.

    No later message about it arrives, and its state can no longer be read. Erase your own data
    about it too.
    """

    erased_at: datetime


@dataclass(frozen=True, slots=True)
class Unknown:
    """The ledger has never heard of the subject.

    If a message about it has arrived, this is another ledger, or one restored from a backup.
    """


LedgerResult = Found | Erased | Unknown
"""What the ledger knows about a subject."""


class UnreadableSnapshotError(Exception):
    """An item of the table is not a ledger record that this version can read."""
