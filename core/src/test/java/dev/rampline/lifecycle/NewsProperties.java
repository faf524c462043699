package dev.rampline.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.ledger.LedgerRecord;
import dev.rampline.lifecycle.Change.ByWord;
import dev.rampline.observation.State;
import dev.rampline.observation.Subject;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quicktheories.core.Gen;

/** What is news: what makes a version, and by which name. */
final class NewsProperties {
  private NewsProperties() {}

  static List<Property> all() {
    return Stream.of(
            of("an order", Words.ORDER, Steps.onOrder()),
            of("an order near its end", Words.ORDER, Steps.onEnds()),
            of("a customer", Words.CUSTOMER, Steps.onCustomer()))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Property> of(String whom, Subject subject, Gen<List<Step>> lives) {
    return List.of(
        Property.ofChanges(
            "versions of " + whom + " are contiguous, and every write counts",
            lives,
            subject,
            NewsProperties::counts),
        Property.ofChanges(
            "a version of " + whom + " is made if and only if the message shows something new",
            lives,
            subject,
            NewsProperties::showsWhatIsNew),
        Property.ofWords(
            "a decision on " + whom + " is the first that applies",
            lives,
            subject,
            NewsProperties::isNamedRightly));
  }

  private static void counts(Change change) {
    LedgerRecord before = change.before();
    LedgerRecord after = change.after();
    if (after != null && change.decision().next().isPresent()) {
      long version = before == null ? 0 : before.version();
      long revision = before == null ? 0 : before.revision().number();
      long versions = change.decision() instanceof Decision.Noted ? 0 : 1;
      assertThat(after.revision().number()).as("%s", change).isEqualTo(revision + 1);
      assertThat(after.version()).as("%s", change).isEqualTo(version + versions);
      assertThat(after.revision().updatedAt()).isEqualTo(change.receivedAt());
    }
  }

  private static void showsWhatIsNew(Change change) {
    boolean shown = !Shown.of(change.before()).equals(Shown.of(change.after()));
    boolean flagged = change.decision() instanceof Decision.Unrecognised;
    boolean first = change.before() == null && change.decision().next().isPresent();
    assertThat(change.decision() instanceof Decision.Noted)
        .as("%s", change)
        .isEqualTo(change.decision().next().isPresent() && !(shown || flagged || first));
    assertThat(shown && change.decision().next().isEmpty()).isFalse();
  }

  private static void isNamedRightly(ByWord told) {
    if (told.before() != null || told.state() != State.UNKNOWN) {
      assertThat(told.decision()).as("%s", told).isInstanceOf(expected(told));
    }
  }

  private static Class<? extends Decision> expected(ByWord told) {
    Shown before = Shown.of(told.before());
    Shown after = Shown.of(told.after());
    if (contradicts(before, after)) {
      return Decision.Conflict.class;
    }
    if (isUndocumented(told)) {
      return Decision.Unrecognised.class;
    }
    if (after.state() != before.state()) {
      return Decision.Advanced.class;
    }
    if (after.equals(before)) {
      return unseen(told, after);
    }
    return after.onlyClaimsMoreThan(before) ? Decision.Claimed.class : Decision.Enriched.class;
  }

  private static Class<? extends Decision> unseen(ByWord told, Shown shown) {
    if (told.decision().next().isPresent()) {
      return Decision.Noted.class;
    }
    boolean held =
        shown.state() == told.state()
            && shown.facts().entrySet().containsAll(told.word().details().values().entrySet());
    return held ? Decision.Duplicate.class : Decision.Stale.class;
  }

  private static boolean contradicts(Shown before, Shown after) {
    return !after.sides().isEmpty()
        && !(after.sides().equals(before.sides()) && after.settled().equals(before.settled()));
  }

  private static boolean isUndocumented(ByWord told) {
    String term = told.word().word().undocumented();
    return term != null && !terms(told.before()).contains(term);
  }

  private static List<String> terms(@Nullable LedgerRecord record) {
    return record == null ? List.of() : record.concerns().unrecognised().terms();
  }
}
