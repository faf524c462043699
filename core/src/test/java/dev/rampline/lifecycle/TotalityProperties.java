package dev.rampline.lifecycle;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.rampline.ledger.LedgerRecord;
import dev.rampline.observation.Channel;
import dev.rampline.observation.Claim;
import dev.rampline.observation.State;
import dev.rampline.observation.Subject;
import java.time.Instant;
import java.util.List;

/** Whatever comes is answered, even what no decoder would make. */
final class TotalityProperties {
  private TotalityProperties() {}

  static List<Property> all() {
    return List.of(of("an order", Words.ORDER), of("a customer", Words.CUSTOMER));
  }

  private static Property of(String whom, Subject subject) {
    return Property.of(
        "whatever comes to " + whom + ", any word and any claim after it is answered",
        Steps.onAnything(subject),
        (rules, steps) -> answersAll(rules, subject, steps));
  }

  private static void answersAll(Rules rules, Subject subject, List<Step> steps) {
    LedgerRecord record = History.of(rules, subject, steps).changes().getLast().after();
    assertThatCode(
            () -> {
              for (State state : State.values()) {
                rules.claim(record, new Claim(subject, state, Channel.SOCKET, Instant.EPOCH));
                rules.decide(record, Words.bare(subject, state));
              }
            })
        .doesNotThrowAnyException();
  }
}
