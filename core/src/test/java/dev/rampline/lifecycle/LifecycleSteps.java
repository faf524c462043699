package dev.rampline.lifecycle;

import static dev.rampline.lifecycle.EventGenerators.oneIn;
import static org.quicktheories.generators.Generate.pick;
import static org.quicktheories.generators.Generate.range;

import dev.rampline.event.Channel;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.event.TrustLevel;
import dev.rampline.event.VerifiedEvent;
import java.util.List;
import org.quicktheories.core.Gen;

/**
 * Generates sequences of steps: webhooks, list rows, old and new lookups, and unverified events.
 */
final class LifecycleSteps {
  private static final int MAX_STEPS = 10;
  private static final int MAX_VERSIONS_AGO = 3;
  private static final Gen<State> UNVERIFIED_STATES = pick(List.of(State.values()));

  private LifecycleSteps() {}

  static Gen<List<LifecycleStep>> onOrder() {
    return sequences(EventGenerators.onOrder());
  }

  /** Sequences of mostly terminal states. */
  static Gen<List<LifecycleStep>> onTerminalStates() {
    return sequences(EventGenerators.onTerminalStates());
  }

  static Gen<List<LifecycleStep>> onCustomer() {
    return sequences(EventGenerators.onCustomer());
  }

  static Gen<List<LifecycleStep>> onAnything(Subject subject) {
    return sequences(EventGenerators.onAnything(subject));
  }

  /** Only unverified events, more than a record keeps. */
  static Gen<List<LifecycleStep>> unverifiedOnly() {
    Gen<LifecycleStep> unverifiedEvents =
        in -> new LifecycleStep.Socket(UNVERIFIED_STATES.generate(in));
    return in ->
        DeliverySequence.listOf(
            unverifiedEvents, range(1, 2 * State.values().length).generate(in), in);
  }

  private static Gen<List<LifecycleStep>> sequences(Gen<VerifiedEvent> events) {
    Gen<LifecycleStep> steps = step(events);
    return in -> DeliverySequence.listOf(steps, range(1, MAX_STEPS).generate(in), in);
  }

  private static Gen<LifecycleStep> step(Gen<VerifiedEvent> events) {
    return in -> {
      if (oneIn(5, in)) {
        return new LifecycleStep.Socket(UNVERIFIED_STATES.generate(in));
      }
      VerifiedEvent event = events.generate(in);
      return oneIn(3, in)
          ? lookup(event, range(0, MAX_VERSIONS_AGO).generate(in))
          : new LifecycleStep.Unsolicited(event);
    };
  }

  /** Returns the event as a response to a lookup. */
  static LifecycleStep lookup(VerifiedEvent event, int versionsAgo) {
    EventMetadata metadata = event.metadata();
    EventMetadata lookupMetadata =
        new EventMetadata(
            Channel.API, TrustLevel.FETCHED, metadata.receivedAt(), null, false, null);
    return new LifecycleStep.Lookup(
        new VerifiedEvent(
            event.subject(), event.status(), event.fields(), event.occurredAt(), lookupMetadata),
        versionsAgo);
  }
}
