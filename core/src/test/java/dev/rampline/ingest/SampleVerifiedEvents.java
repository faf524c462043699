package dev.rampline.ingest;

import dev.rampline.event.EventFields;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.StatusReport;
import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Sample webhook events. */
final class SampleVerifiedEvents {
  private static final Instant START = Instant.parse("2026-03-01T10:30:00Z");
  private static final List<State> STATES =
      List.of(
          State.AWAITING_PAYMENT,
          State.PAYMENT_CLAIMED,
          State.PROCESSING,
          State.DELIVERING,
          State.COMPLETED);
  private static final List<String> FIELDS =
      List.of("walletAddress", "network", "paymentMethod", "transactionHash", "partnerOrderId");

  private SampleVerifiedEvents() {}

  /** An event with a state and fields. */
  static VerifiedEvent event(Subject subject, State state, Map<String, String> fields) {
    return event(subject, state, START, new EventFields(fields, Set.of()));
  }

  /** An event with a state, fields and unknown names. */
  static VerifiedEvent event(Subject subject, State state, Instant at, EventFields fields) {
    return new VerifiedEvent(
        subject,
        new StatusReport(state, null, null, "ORDER_" + state.name(), state.name()),
        fields,
        at,
        EventMetadata.ofWebhook(at.plusMillis(300), null));
  }

  /**
   * Returns different events about one order, with all states and with fields of rising precedence.
   */
  static List<VerifiedEvent> sequence(Subject subject, int length) {
    return IntStream.range(0, length).mapToObj(step -> step(subject, step)).toList();
  }

  private static VerifiedEvent step(Subject subject, int step) {
    String field = FIELDS.get(step % FIELDS.size());
    Map<String, String> fields = Map.of(field, "value-" + step, "fiatAmount", "" + step % 7);
    return event(
        subject,
        STATES.get(step * 3 % STATES.size()),
        START.plusSeconds(step * 37L % 101),
        new EventFields(fields, Set.of("unknown" + step % 3)));
  }
}
