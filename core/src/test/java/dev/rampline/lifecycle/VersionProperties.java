package dev.rampline.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.lifecycle.RecordChange.ByVerifiedEvent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quicktheories.core.Gen;

/** What is news: what makes a version, and by which name. */
final class VersionProperties {
  private VersionProperties() {}

  static List<Property> all() {
    return Stream.of(
            of("an order", EventGenerators.ORDER, LifecycleSteps.onOrder()),
            of("an order near its end", EventGenerators.ORDER, LifecycleSteps.onEnds()),
            of("a customer", EventGenerators.CUSTOMER, LifecycleSteps.onCustomer()))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Property> of(String whom, Subject subject, Gen<List<LifecycleStep>> lives) {
    return List.of(
        Property.ofChanges(
            "versions of " + whom + " are contiguous, and every write counts",
            lives,
            subject,
            VersionProperties::counts),
        Property.ofChanges(
            "a version of " + whom + " is made if and only if the message shows something new",
            lives,
            subject,
            VersionProperties::showsWhatIsNew),
        Property.ofWords(
            "a decision on " + whom + " is the first that applies",
            lives,
            subject,
            VersionProperties::isNamedRightly));
  }

  private static void counts(RecordChange change) {
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

  private static void showsWhatIsNew(RecordChange change) {
    boolean shown = !VisibleRecord.of(change.before()).equals(VisibleRecord.of(change.after()));
    boolean flagged = change.decision() instanceof Decision.Unrecognized;
    boolean first = change.before() == null && change.decision().nextRecord().isPresent();
    assertThat(change.decision() instanceof Decision.MetadataOnly)
        .as("%s", change)
        .isEqualTo(change.decision().nextRecord().isPresent() && !(shown || flagged || first));
    assertThat(shown && change.decision().nextRecord().isEmpty()).isFalse();
  }

  private static void isNamedRightly(ByVerifiedEvent told) {
    if (told.before() != null || told.state() != State.UNKNOWN) {
      assertThat(told.decision()).as("%s", told).isInstanceOf(expected(told));
    }
  }

  private static Class<? extends Decision> expected(ByVerifiedEvent told) {
    VisibleRecord before = VisibleRecord.of(told.before());
    VisibleRecord after = VisibleRecord.of(told.after());
    if (contradicts(before, after)) {
      return Decision.Conflict.class;
    }
    if (isUndocumented(told)) {
      return Decision.Unrecognized.class;
    }
    if (after.state() != before.state()) {
      return Decision.StateChanged.class;
    }
    if (after.equals(before)) {
      return unseen(told, after);
    }
    return after.hasOnlyMoreUnverifiedEventsThan(before)
        ? Decision.Unverified.class
        : Decision.FieldsUpdated.class;
  }

  private static Class<? extends Decision> unseen(ByVerifiedEvent told, VisibleRecord shown) {
    if (told.decision().nextRecord().isPresent()) {
      return Decision.MetadataOnly.class;
    }
    boolean held =
        shown.state() == told.state()
            && shown.fields().entrySet().containsAll(told.event().fields().values().entrySet());
    return held ? Decision.Duplicate.class : Decision.Stale.class;
  }

  private static boolean contradicts(VisibleRecord before, VisibleRecord after) {
    return !after.sides().isEmpty()
        && !(after.sides().equals(before.sides())
            && after.resolvedStates().equals(before.resolvedStates()));
  }

  private static boolean isUndocumented(ByVerifiedEvent told) {
    String term = told.event().status().unrecognizedTerm();
    return term != null && !terms(told.before()).contains(term);
  }

  private static List<String> terms(@Nullable LedgerRecord record) {
    return record == null ? List.of() : record.pendingChecks().unrecognized().terms();
  }
}
