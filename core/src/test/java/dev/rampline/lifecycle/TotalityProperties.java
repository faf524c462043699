package dev.rampline.lifecycle;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.rampline.event.Channel;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.event.UnverifiedEvent;
import dev.rampline.ledger.LedgerRecord;
import java.time.Instant;
import java.util.List;

/** The rules decide on every event, even on those that no decoder creates. */
final class TotalityProperties {
  private TotalityProperties() {}

  static List<Property> all() {
    return List.of(
        of("an order", EventGenerators.ORDER), of("a customer", EventGenerators.CUSTOMER));
  }

  private static Property of(String kind, Subject subject) {
    return Property.of(
        "after any events about " + kind + ", any event is decided",
        LifecycleSteps.onAnything(subject),
        (rules, steps) -> decidesAll(rules, subject, steps));
  }

  private static void decidesAll(LifecycleRules rules, Subject subject, List<LifecycleStep> steps) {
    LedgerRecord record = RecordHistory.of(rules, subject, steps).changes().getLast().after();
    assertThatCode(
            () -> {
              for (State state : State.values()) {
                rules.decideUnverified(
                    record, new UnverifiedEvent(subject, state, Channel.SOCKET, Instant.EPOCH));
                rules.decide(record, EventGenerators.withStateOnly(subject, state));
              }
            })
        .doesNotThrowAnyException();
  }
}
