import { readMessage, type StateMessage } from "./message.js";
import type { Conflict, HandledState, HandledStates } from "./states.js";

/** A message of the queue. */
export interface QueueMessage {
  /** The queue's message id, which identifies a failed message. */
  readonly id: string;
  /** The FIFO group, which is the subject; messages that follow a failed one in it wait. */
  readonly group: string;
  readonly body: string | null | undefined;
}

/** A change of a subject's state, conflict or confirmation since the handler was last called. */
export interface Change {
  readonly subject: string;
  /** The state that was handled last, or null if there was none. */
  readonly previous: string | null;
  /** The current state; never `unknown`. */
  readonly state: string;
  readonly conflict: Conflict | null;
  /** Whether the provider's API confirmed the state. */
  readonly confirmed: boolean;
  /**
   * Grows with every change of a subject. Store it with the effect and reject smaller ones to be
   * safe from a consumer that stalled and resumes after another took over.
   */
  readonly sequence: number;
  readonly message: StateMessage;
}

/**
 * Handles a change. It is called at least once for a change, so it must be idempotent. Throw or
 * reject to receive the message again later, with all that follow it in its group.
 */
export type ChangeHandler = (change: Change) => void | Promise<void>;

/**
 * Receives every message that could not be handled now and will be delivered again, and the error:
 * of the handler or the store, an `UnreadableMessageError` or a `ConcurrentUpdateError`. Body and
 * group may contain personal data, the id does not. What it throws is ignored.
 */
export type FailureListener = (delivery: QueueMessage, reason: unknown) => void | Promise<void>;

/** Another consumer handled the same subject at the same time. The message arrives again. */
export class ConcurrentUpdateError extends Error {
  override readonly name = "ConcurrentUpdateError";
}

/**
 * Calls a handler for each change of a subject's state. The queue may deliver messages twice, late
 * and out of order. The handler is called in the order of `sequence`, at least once for a change,
 * and never for one older than one already handled.
 *
 * - State `unknown`: the message is skipped and not stored, so that it does not hide a state that
 *   arrives late.
 * - Not newer than the stored sequence: the message is late or a duplicate, and is skipped.
 * - Same state, conflict and confirmation as stored: only its sequence is stored.
 * - Otherwise: the handler is called, and then the state is stored.
 * - If the message is unreadable, the handler fails, or the state cannot be stored, the message
 *   fails, and so do the messages that follow in its group, without a try.
 */
export class StateFollower {
  readonly #states: HandledStates;
  readonly #onChange: ChangeHandler;
  readonly #onFailure: FailureListener;

  constructor(states: HandledStates, onChange: ChangeHandler, onFailure: FailureListener) {
    this.#states = states;
    this.#onChange = onChange;
    this.#onFailure = onFailure;
  }

  /**
   * Handles messages in the order received. Returns the ids of the failed ones; the caller deletes
   * all others from the queue.
   */
  async follow(deliveries: Iterable<QueueMessage>): Promise<string[]> {
    const stopped = new Set<string>();
    const failed: string[] = [];
    for (const delivery of deliveries) {
      if (stopped.has(delivery.group) || !(await this.#tryFollow(delivery))) {
        stopped.add(delivery.group);
        failed.push(delivery.id);
      }
    }
    return failed;
  }

  async #tryFollow(delivery: QueueMessage): Promise<boolean> {
    try {
      await this.#follow(readMessage(delivery.body));
      return true;
    } catch (reason) {
      try {
        await this.#onFailure(delivery, reason);
      } catch {
        // A failing listener must not affect other messages.
      }
      return false;
    }
  }

  async #follow(message: StateMessage): Promise<void> {
    const { subject, sequence, state, conflict, confirmed } = message;
    if (state === "unknown") {
      return;
    }
    const last = await this.#states.find(subject);
    if (last !== null && sequence <= last.sequence) {
      return;
    }
    const next: HandledState = { sequence, state, conflict, confirmed };
    if (last === null || !isSameState(last, next)) {
      const previous = last === null ? null : last.state;
      await this.#onChange({ subject, previous, ...next, message });
    }
    if (!(await this.#states.replace(subject, last, next))) {
      throw new ConcurrentUpdateError("Another consumer updated the subject");
    }
  }
}

function isSameState(one: HandledState, other: HandledState): boolean {
  return (
    one.state === other.state &&
    one.confirmed === other.confirmed &&
    isSameConflict(one.conflict, other.conflict)
  );
}

function isSameConflict(one: Conflict | null, other: Conflict | null): boolean {
  if (one === null || other === null) {
    return one === other;
  }
  return (
    one.resolvedState === other.resolvedState &&
    one.terminalStates.length === other.terminalStates.length &&
    one.terminalStates.every((state, index) => state === other.terminalStates[index])
  );
}
