"""Follows Rampline's events queue: one call for every change of an order or a customer's KYC."""

from .aws_lambda import BatchResponse, follow_lambda_batch
from .follower import (
    Change,
    ChangeHandler,
    ConcurrentUpdateError,
    FailureListener,
    QueueMessage,
    StateFollower,
)
from .message import MessageData, StateMessage, UnreadableMessageError
from .states import Conflict, HandledState, HandledStates, InMemoryHandledStates

__all__ = [
    "BatchResponse",
    "Change",
    "ChangeHandler",
    "ConcurrentUpdateError",
    "Conflict",
    "FailureListener",
    "HandledState",
    "HandledStates",
    "InMemoryHandledStates",
    "MessageData",
    "QueueMessage",
    "StateFollower",
    "StateMessage",
    "UnreadableMessageError",
    "follow_lambda_batch",
]
