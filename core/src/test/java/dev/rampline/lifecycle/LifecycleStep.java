package dev.rampline.lifecycle;

import dev.rampline.event.State;
import dev.rampline.event.VerifiedEvent;

/** Something that reaches a record, before it is known at which of its versions. */
sealed interface LifecycleStep {

  /** A word that nobody asked for: a webhook, or a row of a list. */
  record Unsolicited(VerifiedEvent event) implements LifecycleStep {}

  /** The API's answer to a question that was put so many versions before the present one. */
  record Lookup(VerifiedEvent event, int versionsAgo) implements LifecycleStep {}

  /** What the socket says. */
  record Socket(State state) implements LifecycleStep {}
}
