export {
  type Change,
  type ChangeHandler,
  ConcurrentUpdateError,
  type FailureListener,
  type QueueMessage,
  StateFollower,
} from "./follower.js";
export { followLambdaBatch, type LambdaBatchResponse, type LambdaSqsEvent } from "./lambda.js";
export { type MessageData, type StateMessage, UnreadableMessageError } from "./message.js";
export {
  type Conflict,
  type HandledState,
  type HandledStates,
  InMemoryHandledStates,
} from "./states.js";
