package dev.rampline.lifecycle;

import dev.rampline.observation.Observation;
import dev.rampline.observation.State;

/** Something that reaches a record, before it is known at which of its versions. */
sealed interface Step {

  /** A word that nobody asked for: a webhook, or a row of a list. */
  record Say(Observation observation) implements Step {}

  /** The API's answer to a question that was put so many versions before the present one. */
  record Read(Observation observation, int versionsAgo) implements Step {}

  /** What the socket says. */
  record Whisper(State state) implements Step {}
}
