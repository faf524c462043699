package dev.rampline.lifecycle;

import static org.quicktheories.generators.Generate.pick;
import static org.quicktheories.generators.Generate.range;

import dev.rampline.event.Channel;
import dev.rampline.event.EventFields;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.Field;
import dev.rampline.event.State;
import dev.rampline.event.StatusReport;
import dev.rampline.event.Subject;
import dev.rampline.event.TrustLevel;
import dev.rampline.event.VerifiedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quicktheories.core.Gen;
import org.quicktheories.core.RandomnessSource;

/**
 * Generates events about one order and one customer. Few times, values and names make conflicts
 * frequent.
 */
final class EventGenerators {
  static final Subject ORDER = Subject.order("order-1");
  static final Subject CUSTOMER = Subject.customer("customer-1");

  /** Between the times of receipt ({@link RecordHistory}), so that lookups lie on both sides. */
  private static final Instant EARLY = Instant.parse("2026-03-01T12:00:30Z");

  private static final Instant LATE = EARLY.plusSeconds(60);

  private static final Gen<State> ORDER_STATES =
      pick(
          List.of(
              State.AWAITING_PAYMENT,
              State.PROCESSING,
              State.DELIVERING,
              State.DELIVERING,
              State.ON_HOLD,
              State.ON_HOLD,
              State.COMPLETED,
              State.FAILED,
              State.CANCELLED,
              State.EXPIRED,
              State.REFUNDED,
              State.UNKNOWN));
  private static final Gen<State> KYC_STATES =
      pick(
          List.of(
              State.NOT_SUBMITTED,
              State.SUBMITTED,
              State.APPROVED,
              State.REJECTED,
              State.RETRY,
              State.UNKNOWN));
  private static final Gen<State> ANY_STATES = pick(List.of(State.values()));
  private static final Gen<State> TERMINAL_STATES =
      pick(List.of(State.COMPLETED, State.FAILED, State.CANCELLED, State.EXPIRED));
  private static final Gen<TrustLevel> TRUST_LEVELS =
      pick(List.of(TrustLevel.SIGNED, TrustLevel.SIGNED, TrustLevel.FETCHED));
  private static final Gen<String> TERMS = pick(List.of("MYSTERY", "RIDDLE"));
  private static final Gen<Instant> TIMES =
      pick(List.of(EARLY, LATE, LATE.plusSeconds(1), LATE.plusSeconds(60)));

  private EventGenerators() {}

  /** Webhooks and list rows about one order, some without time. */
  static Gen<VerifiedEvent> onOrder() {
    return in -> event(ORDER, ORDER_STATES.generate(in), perhaps(TIMES, in), in);
  }

  /** Only terminal states and refunds. */
  static Gen<VerifiedEvent> onTerminalStates() {
    return in -> {
      State state = oneIn(5, in) ? State.REFUNDED : TERMINAL_STATES.generate(in);
      return event(ORDER, state, perhaps(TIMES, in), in);
    };
  }

  /** Webhooks and list rows about one customer, each with a time. */
  static Gen<VerifiedEvent> onCustomerInTime() {
    return in -> event(CUSTOMER, KYC_STATES.generate(in), TIMES.generate(in), in);
  }

  /** The same, mostly without time. */
  static Gen<VerifiedEvent> onCustomer() {
    return in -> {
      Instant time = oneIn(3, in) ? TIMES.generate(in) : null;
      return event(CUSTOMER, KYC_STATES.generate(in), time, in);
    };
  }

  /** Events that no decoder creates: any state for any subject. */
  static Gen<VerifiedEvent> onAnything(Subject subject) {
    return in -> event(subject, ANY_STATES.generate(in), perhaps(TIMES, in), in);
  }

  /** Returns a webhook event with nothing but a state. */
  static VerifiedEvent withStateOnly(Subject subject, State state) {
    StatusReport report = new StatusReport(state, null, null, null, null);
    EventMetadata metadata = EventMetadata.ofWebhook(Instant.EPOCH, null);
    return new VerifiedEvent(subject, report, EventFields.NONE, null, metadata);
  }

  static boolean oneIn(int times, RandomnessSource in) {
    return range(1, times).generate(in) == times;
  }

  private static VerifiedEvent event(
      Subject subject, State state, @Nullable Instant time, RandomnessSource in) {
    State beside = state == State.REFUNDED && oneIn(2, in) ? TERMINAL_STATES.generate(in) : null;
    String term = oneIn(state == State.UNKNOWN ? 2 : 8, in) ? TERMS.generate(in) : null;
    String eventName = oneIn(2, in) ? "FIRST_SPELLING" : "SECOND_SPELLING";
    StatusReport report = new StatusReport(state, beside, term, eventName, null);
    return new VerifiedEvent(subject, report, fields(in), time, metadata(in));
  }

  private static EventMetadata metadata(RandomnessSource in) {
    TrustLevel trust = TRUST_LEVELS.generate(in);
    Channel channel = trust == TrustLevel.SIGNED ? Channel.WEBHOOK : Channel.API;
    return new EventMetadata(channel, trust, Instant.EPOCH, null, false, null);
  }

  private static EventFields fields(RandomnessSource in) {
    Map<String, String> values = new TreeMap<>();
    putSometimes(values, Field.FIAT_AMOUNT.text(), List.of("9.5", "10", "100"), in);
    putSometimes(values, Field.USER_ID.text(), List.of("user-1", "user-2"), in);
    putSometimes(values, EventFields.EXTRA_PREFIX + "tier", List.of("1", "2"), in);
    return new EventFields(values, oneIn(4, in) ? Set.of(TERMS.generate(in)) : Set.of());
  }

  private static void putSometimes(
      Map<String, String> values, String field, List<String> choice, RandomnessSource in) {
    if (oneIn(2, in)) {
      values.put(field, pick(choice).generate(in));
    }
  }

  private static @Nullable Instant perhaps(Gen<Instant> times, RandomnessSource in) {
    return oneIn(3, in) ? null : times.generate(in);
  }
}
