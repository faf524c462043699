package dev.rampline.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.State;
import dev.rampline.ledger.KycStatus;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.PendingUnverifiedEvent;
import dev.rampline.lifecycle.RecordChange.ByVerifiedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
        Property.ofVerifiedEvents(
            "a KYC event older than the API's last answer changes no state",
            LifecycleSteps.onCustomer(),
            EventGenerators.CUSTOMER,
            KycProperties::olderThanAnswerIsUnverified),
        Property.of(
            "a KYC event later than all others and the last answer determines the state",
            LifecycleSteps.onCustomer(),
            (rules, steps) -> latestWins(RecordHistory.of(rules, EventGenerators.CUSTOMER, steps))),
        Property.of(
            "a KYC event without time is applied once, unconfirmed, before any answer, and never"
                + " resets a decision",
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
      if (isBefore(latest, time)
          && after != null
          && change.state() != State.UNKNOWN
          && !(change.isSigned() && isBefore(time, fetchedAt(change)))) {
        assertThat(after.state()).as("%s", change).isEqualTo(change.state());
        assertThat(after.currentStatus().confirmed()).as("%s", change).isTrue();
      }
      latest = isBefore(latest, time) ? time : latest;
    }
  }

  private static void untimedIsUnconfirmed(RecordHistory history) {
    Set<State> reported = EnumSet.noneOf(State.class);
    for (ByVerifiedEvent change : history.verifiedChanges()) {
      boolean isRepeated = !reported.add(change.state());
      if (isUntimed(change)) {
        if (isRepeated || leadsBack(change) || fetchedAt(change) != null) {
          assertUnverified(change, isRepeated);
        } else {
          assertApplied(change);
        }
      }
    }
  }

  private static void olderThanAnswerIsUnverified(ByVerifiedEvent change) {
    LedgerRecord before = change.before();
    if (before != null
        && change.isSigned()
        && change.state() != State.UNKNOWN
        && isBefore(change.event().occurredAt(), fetchedAt(change))) {
      VisibleRecord after = VisibleRecord.of(change.after());
      assertThat(after.state()).as("%s", change).isEqualTo(before.state());
    }
  }

  private static @Nullable Instant fetchedAt(ByVerifiedEvent change) {
    LedgerRecord before = change.before();
    return before == null ? null : ((KycStatus) before.currentStatus()).fetchedAt();
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

  private static void assertUnverified(ByVerifiedEvent change, boolean isRepeated) {
    VisibleRecord before = VisibleRecord.of(change.before());
    VisibleRecord after = VisibleRecord.of(change.after());
    assertThat(after.state()).as("%s", change).isEqualTo(before.state());
    assertThat(after.confirmed()).as("%s", change).isEqualTo(before.confirmed());
    Set<State> added =
        after.unverifiedEvents().stream()
            .filter(event -> !before.unverifiedEvents().contains(event))
            .map(PendingUnverifiedEvent::state)
            .collect(Collectors.toSet());
    boolean isKnown =
        isRepeated
            || before.state() == change.state()
            || before.unverifiedEvents().stream().anyMatch(it -> it.state() == change.state());
    assertThat(added).as("%s", change).isEqualTo(isKnown ? Set.of() : Set.of(change.state()));
    if (before.state() != change.state()) {
      LedgerRecord record = Objects.requireNonNull(change.after());
      assertThat(record.pendingChecks().nextCheckAt())
          .as("%s", change)
          .isNotNull()
          .isBeforeOrEqualTo(change.receivedAt().plus(Duration.ofMinutes(5)));
    }
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
