/**
 * Terminal states of an order that contradict each other, or one (or a verdict on KYC) that the
 * provider's API contradicts. It is open while `resolvedState` is null.
 */
export interface Conflict {
  readonly terminalStates: readonly string[];
  /** The state that the provider's API reports; null while the conflict is open. */
  readonly resolvedState: string | null;
}

/** The last state of a subject that a consumer has seen, whether or not it called the handler. */
export interface HandledState {
  /** The sequence of the newest message with a known state. */
  readonly sequence: number;
  readonly state: string;
  readonly conflict: Conflict | null;
  /** Whether the provider's API had confirmed the state. */
  readonly confirmed: boolean;
}

/**
 * A store of the last state that a consumer handled for each subject. Each consumer needs its own.
 * Both methods may reject if the store is down: the message is delivered again.
 */
export interface HandledStates {
  /** Returns the stored state with a consistent read; null if there is none. */
  find(subject: string): Promise<HandledState | null>;

  /**
   * Replaces the stored state atomically if it is still the one found (null for none). Returns
   * false if another state is stored by now, which is then unchanged.
   */
  replace(subject: string, found: HandledState | null, next: HandledState): Promise<boolean>;
}

/**
 * Stores handled states in memory, for tests and first steps: they end with the process, and a
 * message that arrives again is then handled again.
 */
export class InMemoryHandledStates implements HandledStates {
  readonly #states = new Map<string, HandledState>();

  async find(subject: string): Promise<HandledState | null> {
    return this.#states.get(subject) ?? null;
  }

  async replace(subject: string, found: HandledState | null, next: HandledState): Promise<boolean> {
    if (this.#states.get(subject)?.sequence !== found?.sequence) {
      return false;
    }
    this.#states.set(subject, next);
    return true;
  }

  /** Returns all states by subject. */
  all(): Record<string, HandledState> {
    return Object.fromEntries(this.#states);
  }
}
