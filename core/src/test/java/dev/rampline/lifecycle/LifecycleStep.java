package dev.rampline.lifecycle;

import dev.rampline.event.State;
import dev.rampline.event.VerifiedEvent;

/** An input of the state transition rules. */
sealed interface LifecycleStep {

  /** An event without a request: a webhook or a list row. */
  record Unsolicited(VerifiedEvent event) implements LifecycleStep {}

  /** A response of the API to a request that was made some versions ago. */
  record Lookup(VerifiedEvent event, int versionsAgo) implements LifecycleStep {}

  /** A state reported by the socket. */
  record Socket(State state) implements LifecycleStep {}
}
