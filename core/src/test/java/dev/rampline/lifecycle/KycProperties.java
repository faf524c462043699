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
        Property.ofVerifiedEvents(
            "a KYC lookup requested at the current version determines the state and confirms it",
            LifecycleSteps.onCustomer(),
            EventGenerators.CUSTOMER,
            KycProperties::lookupDetermines),
        Property.ofVerifiedEvents(
            "a KYC event older than the current status changes no state",
            LifecycleSteps.onCustomer(),
            EventGenerators.CUSTOMER,
            KycProperties::olderLoses),
        Property.of(
            "a KYC event later than all others determines the state and confirms it",
            LifecycleSteps.onCustomer(),
            (rules, steps) -> latestWins(RecordHistory.of(rules, EventGenerators.CUSTOMER, steps))),
        Property.of(
            "a KYC event without time is applied once, unconfirmed, and never resets a verdict",
            LifecycleSteps.onCustomer(),
            (rules, steps) ->
                untimedIsUnconfirmed(RecordHistory.of(rules, EventGenerators.CUSTOMER, steps))));
  }

  private static void lookupDetermines(ByVerifiedEvent change) {
    LedgerRecord after = change.after();
    if (isCurrentLookup(change) && after != null) {
      assertThat(after.state()).as("%s", change).isEqualTo(change.state());
      assertThat(after.currentStatus().confirmed()).as("%s", change).isTrue();
    }
  }

  private static void olderLoses(ByVerifiedEvent change) {
    LedgerRecord before = change.before();
    Instant status = before == null ? null : before.currentStatus().occurredAt();
    if (before != null
        && isBefore(change.event().occurredAt(), status)
        && !isCurrentLookup(change)) {
      assertThat(change.after())
          .as("%s", change)
          .isNotNull()
          .returns(before.state(), LedgerRecord::state);
    }
  }

  private static void latestWins(RecordHistory history) {
    Instant latest = Instant.MIN;
    for (ByVerifiedEvent change : history.verifiedChanges()) {
      Instant time = change.event().occurredAt();
      LedgerRecord after = change.after();
      if (isBefore(latest, time) && after != null && change.state() != State.UNKNOWN) {
        assertThat(after.state()).as("%s", change).isEqualTo(change.state());
        assertThat(after.currentStatus().confirmed()).as("%s", change).isTrue();
      }
      latest = isBefore(latest, time) ? time : latest;
    }
  }

  private static void untimedIsUnconfirmed(RecordHistory history) {
    Set<State> appliedOrTimed = EnumSet.noneOf(State.class);
    Set<State> unverified = EnumSet.noneOf(State.class);
    for (ByVerifiedEvent change : history.verifiedChanges()) {
      boolean applied = VisibleRecord.of(change.after()).state() == change.state();
      if (leadsBack(change) || (isUntimed(change) && appliedOrTimed.contains(change.state()))) {
        assertUnverified(change);
      } else if (isUntimed(change) && !unverified.contains(change.state())) {
        assertApplied(change);
      }
      (applied || change.event().occurredAt() != null ? appliedOrTimed : unverified)
          .add(change.state());
    }
  }

  private static boolean isUntimed(ByVerifiedEvent change) {
    return change.isSigned()
        && change.event().occurredAt() == null
        && change.state() != State.UNKNOWN;
  }

  private static boolean leadsBack(ByVerifiedEvent change) {
    return isUntimed(change)
        && DECIDED.contains(VisibleRecord.of(change.before()).state())
        && OPEN.contains(change.state());
  }

  private static void assertApplied(ByVerifiedEvent change) {
    VisibleRecord after = VisibleRecord.of(change.after());
    assertThat(after.state()).as("%s", change).isEqualTo(change.state());
    assertThat(after.confirmed()).as("%s", change).isFalse();
  }

  private static void assertUnverified(ByVerifiedEvent change) {
    VisibleRecord before = VisibleRecord.of(change.before());
    VisibleRecord after = VisibleRecord.of(change.after());
    assertThat(after.state()).as("%s", change).isEqualTo(before.state());
    assertThat(after.confirmed()).as("%s", change).isEqualTo(before.confirmed());
    assertThat(
            after.unverifiedEvents().stream()
                .anyMatch(unverifiedEvent -> unverifiedEvent.state() == change.state()))
        .as("%s", change)
        .isEqualTo(before.state() != change.state());
  }

  /**
   * Returns whether the event is a lookup that was requested at the current version or without a
   * record.
   */
  private static boolean isCurrentLookup(ByVerifiedEvent change) {
    LedgerRecord before = change.before();
    return change.state() != State.UNKNOWN && change.answers(before == null ? 0 : before.version());
  }

  private static boolean isBefore(@Nullable Instant first, @Nullable Instant second) {
    return first != null && second != null && first.isBefore(second);
  }
}
