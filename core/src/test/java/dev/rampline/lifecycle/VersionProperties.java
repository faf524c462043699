package dev.rampline.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.Field;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.ledger.FieldValue;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.lifecycle.RecordChange.ByVerifiedEvent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quicktheories.core.Gen;

/** Properties of versions and of the decision's name. */
final class VersionProperties {
  private VersionProperties() {}

  static List<Property> all() {
    return Stream.of(
            of("an order", EventGenerators.ORDER, LifecycleSteps.onOrder()),
            of(
                "an order near a terminal state",
                EventGenerators.ORDER,
                LifecycleSteps.onTerminalStates()),
            of("a customer", EventGenerators.CUSTOMER, LifecycleSteps.onCustomer()))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Property> of(
      String kind, Subject subject, Gen<List<LifecycleStep>> sequences) {
    return List.of(
        Property.ofChanges(
            "versions of " + kind + " are contiguous, and every write increments the revision",
            sequences,
            subject,
            VersionProperties::areContiguous),
        Property.ofChanges(
            "a version of " + kind + " is created if and only if the message changes",
            sequences,
            subject,
            VersionProperties::changesTheMessage),
        Property.ofVerifiedEvents(
            "a decision on " + kind + " is the first that applies",
            sequences,
            subject,
            VersionProperties::isTheFirstThatApplies));
  }

  private static void areContiguous(RecordChange change) {
    LedgerRecord before = change.before();
    LedgerRecord after = change.after();
    if (after != null && change.decision().nextRecord().isPresent()) {
      long version = before == null ? 0 : before.version();
      long revision = before == null ? 0 : before.revision().number();
      long versions = change.decision() instanceof Decision.MetadataOnly ? 0 : 1;
      assertThat(after.revision().number()).as("%s", change).isEqualTo(revision + 1);
      assertThat(after.version()).as("%s", change).isEqualTo(version + versions);
    }
  }

  private static void changesTheMessage(RecordChange change) {
    boolean shown = !VisibleRecord.of(change.before()).equals(VisibleRecord.of(change.after()));
    boolean flagged = change.decision() instanceof Decision.Unrecognized;
    boolean first = change.before() == null && change.decision().nextRecord().isPresent();
    assertThat(change.decision() instanceof Decision.MetadataOnly)
        .as("%s", change)
        .isEqualTo(change.decision().nextRecord().isPresent() && !(shown || flagged || first));
    assertThat(shown && change.decision().nextRecord().isEmpty()).isFalse();
  }

  private static void isTheFirstThatApplies(ByVerifiedEvent change) {
    if (change.before() != null || change.state() != State.UNKNOWN) {
      assertThat(change.decision()).as("%s", change).isInstanceOf(expected(change));
    }
  }

  private static Class<? extends Decision> expected(ByVerifiedEvent change) {
    VisibleRecord before = VisibleRecord.of(change.before());
    VisibleRecord after = VisibleRecord.of(change.after());
    if (contradicts(before, after)) {
      return Decision.Conflict.class;
    }
    if (isUndocumented(change) || isContradictory(change)) {
      return Decision.Unrecognized.class;
    }
    if (after.state() != before.state()) {
      return Decision.StateChanged.class;
    }
    if (after.equals(before)) {
      return unchanged(change, after);
    }
    return after.hasOnlyMoreUnverifiedEventsThan(before)
        ? Decision.Unverified.class
        : Decision.FieldsUpdated.class;
  }

  private static Class<? extends Decision> unchanged(ByVerifiedEvent change, VisibleRecord shown) {
    if (change.decision().nextRecord().isPresent()) {
      return Decision.MetadataOnly.class;
    }
    boolean isDuplicate =
        shown.state() == change.state()
            && shown.fields().entrySet().containsAll(change.event().fields().values().entrySet());
    return isDuplicate ? Decision.Duplicate.class : Decision.Stale.class;
  }

  private static boolean contradicts(VisibleRecord before, VisibleRecord after) {
    return !after.sides().isEmpty()
        && !(after.sides().equals(before.sides())
            && after.resolvedStates().equals(before.resolvedStates()));
  }

  private static boolean isUndocumented(ByVerifiedEvent change) {
    String term = change.event().status().unrecognizedTerm();
    return term != null && !terms(change.before()).contains(term);
  }

  /** Two amounts of the same rank, time and trust level differ for the first time. */
  private static boolean isContradictory(ByVerifiedEvent change) {
    String name = Field.FIAT_AMOUNT.text();
    String amount = change.event().fields().values().get(name);
    LedgerRecord before = change.before();
    FieldValue existing = before == null ? null : before.fields().values().get(name);
    if (!change.event().subject().equals(EventGenerators.ORDER)
        || amount == null
        || existing == null
        || terms(before).contains("contradictory " + name)
        || new BigDecimal(amount).compareTo(new BigDecimal(existing.value())) == 0) {
      return false;
    }
    int rank = change.state() == State.REFUNDED ? 0 : change.state().rank();
    return existing.precedence().rank() == rank
        && Objects.equals(existing.precedence().occurredAt(), change.event().occurredAt())
        && existing.precedence().trust() == change.event().metadata().trust();
  }

  private static List<String> terms(@Nullable LedgerRecord record) {
    return record == null ? List.of() : record.pendingChecks().unrecognized().terms();
  }
}
