package dev.rampline.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.State;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.lifecycle.RecordChange.ByVerifiedEvent;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * KYC follows event times; an event without a time is checked with the API ({@code
 * docs/architecture.md#kyc-rules}).
 */
final class KycProperties {
  private static final Set<State> DECIDED = EnumSet.of(State.APPROVED, State.REJECTED, State.RETRY);
  private static final Set<State> OPEN = EnumSet.of(State.NOT_SUBMITTED, State.SUBMITTED);

  private KycProperties() {}

  static List<Property> all() {
    return List.of(
        Property.ofWords(
            "a KYC status asked for at the present version decides and confirms",
            LifecycleSteps.onCustomer(),
            EventGenerators.CUSTOMER,
            KycProperties::readingDecides),
        Property.ofWords(
            "a KYC word older than the one that stands changes no state",
            LifecycleSteps.onCustomer(),
            EventGenerators.CUSTOMER,
            KycProperties::olderLoses),
        Property.of(
            "a KYC word later than all that came decides and confirms",
            LifecycleSteps.onCustomer(),
            (rules, steps) -> latestWins(RecordHistory.of(rules, EventGenerators.CUSTOMER, steps))),
        Property.of(
            "a KYC word without time is applied, unconfirmed, once and forwards alone",
            LifecycleSteps.onCustomer(),
            (rules, steps) ->
                untimedIsWeak(RecordHistory.of(rules, EventGenerators.CUSTOMER, steps))));
  }

  private static void readingDecides(ByVerifiedEvent told) {
    LedgerRecord after = told.after();
    if (isReading(told) && after != null) {
      assertThat(after.state()).as("%s", told).isEqualTo(told.state());
      assertThat(after.currentStatus().confirmed()).as("%s", told).isTrue();
    }
  }

  private static void olderLoses(ByVerifiedEvent told) {
    LedgerRecord before = told.before();
    Instant status = before == null ? null : before.currentStatus().occurredAt();
    if (before != null && isBefore(told.event().occurredAt(), status) && !isReading(told)) {
      assertThat(told.after())
          .as("%s", told)
          .isNotNull()
          .returns(before.state(), LedgerRecord::state);
    }
  }

  private static void latestWins(RecordHistory history) {
    Instant latest = Instant.MIN;
    for (ByVerifiedEvent told : history.verifiedChanges()) {
      Instant time = told.event().occurredAt();
      LedgerRecord after = told.after();
      if (isBefore(latest, time) && after != null && told.state() != State.UNKNOWN) {
        assertThat(after.state()).as("%s", told).isEqualTo(told.state());
        assertThat(after.currentStatus().confirmed()).as("%s", told).isTrue();
      }
      latest = isBefore(latest, time) ? time : latest;
    }
  }

  private static void untimedIsWeak(RecordHistory history) {
    Set<State> surelyTold = EnumSet.noneOf(State.class);
    Set<State> perhapsTold = EnumSet.noneOf(State.class);
    for (ByVerifiedEvent told : history.verifiedChanges()) {
      boolean applied = VisibleRecord.of(told.after()).state() == told.state();
      if (leadsBack(told) || (isWeak(told) && surelyTold.contains(told.state()))) {
        assertClaimed(told);
      } else if (isWeak(told) && !perhapsTold.contains(told.state())) {
        assertApplied(told);
      }
      (applied || told.event().occurredAt() != null ? surelyTold : perhapsTold).add(told.state());
    }
  }

  private static boolean isWeak(ByVerifiedEvent told) {
    return told.isSigned() && told.event().occurredAt() == null && told.state() != State.UNKNOWN;
  }

  private static boolean leadsBack(ByVerifiedEvent told) {
    return isWeak(told)
        && DECIDED.contains(VisibleRecord.of(told.before()).state())
        && OPEN.contains(told.state());
  }

  private static void assertApplied(ByVerifiedEvent told) {
    VisibleRecord after = VisibleRecord.of(told.after());
    assertThat(after.state()).as("%s", told).isEqualTo(told.state());
    assertThat(after.confirmed()).as("%s", told).isFalse();
  }

  private static void assertClaimed(ByVerifiedEvent told) {
    VisibleRecord before = VisibleRecord.of(told.before());
    VisibleRecord after = VisibleRecord.of(told.after());
    assertThat(after.state()).as("%s", told).isEqualTo(before.state());
    assertThat(after.confirmed()).as("%s", told).isEqualTo(before.confirmed());
    assertThat(
            after.unverifiedEvents().stream()
                .anyMatch(unverifiedEvent -> unverifiedEvent.state() == told.state()))
        .as("%s", told)
        .isEqualTo(before.state() != told.state());
  }

  /** The API's answer to a question that was put to the present version, or to no record yet. */
  private static boolean isReading(ByVerifiedEvent told) {
    LedgerRecord before = told.before();
    return told.state() != State.UNKNOWN && told.answers(before == null ? 0 : before.version());
  }

  private static boolean isBefore(@Nullable Instant first, @Nullable Instant second) {
    return first != null && second != null && first.isBefore(second);
  }
}
