package dev.rampline.ingest;

import dev.rampline.observation.Details;
import dev.rampline.observation.Observation;
import dev.rampline.observation.Reception;
import dev.rampline.observation.State;
import dev.rampline.observation.Subject;
import dev.rampline.observation.Word;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Words of a webhook as tests want them. */
final class SampleWords {
  private static final Instant START = Instant.parse("2026-03-01T10:30:00Z");
  private static final List<State> WAY =
      List.of(
          State.AWAITING_PAYMENT,
          State.PAYMENT_CLAIMED,
          State.PROCESSING,
          State.DELIVERING,
          State.COMPLETED);
  private static final List<String> FIELDS =
      List.of("walletAddress", "network", "paymentMethod", "transactionHash", "partnerOrderId");

  private SampleWords() {}

  /** One that tells a state and facts. */
  static Observation word(Subject subject, State state, Map<String, String> details) {
    return word(subject, state, START, new Details(details, Set.of()));
  }

  /** One that tells a state, facts and names. */
  static Observation word(Subject subject, State state, Instant at, Details details) {
    return new Observation(
        subject,
        new Word(state, null, null, "ORDER_" + state.name(), state.name()),
        details,
        at,
        Reception.ofWebhook(at.plusMillis(300), null));
  }

  /** So many on one order, no two alike: every state of its way, fields that outdo each other. */
  static List<Observation> story(Subject subject, int length) {
    return IntStream.range(0, length).mapToObj(step -> step(subject, step)).toList();
  }

  private static Observation step(Subject subject, int step) {
    String field = FIELDS.get(step % FIELDS.size());
    Map<String, String> details = Map.of(field, "told-" + step, "fiatAmount", "" + step % 7);
    return word(
        subject,
        WAY.get(step * 3 % WAY.size()),
        START.plusSeconds(step * 37L % 101),
        new Details(details, Set.of("unknown" + step % 3)));
  }
}
