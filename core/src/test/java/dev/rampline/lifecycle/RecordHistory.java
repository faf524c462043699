package dev.rampline.lifecycle;

import dev.rampline.event.Channel;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.event.UnverifiedEvent;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.LedgerRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record's life under given rules; each thing that comes is received a minute after the last. */
final class RecordHistory {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final LifecycleRules rules;
  private final Subject subject;
  private final List<RecordChange> changes = new ArrayList<>();
  private @Nullable LedgerRecord record;

  RecordHistory(LifecycleRules rules, Subject subject) {
    this.rules = rules;
    this.subject = subject;
  }

  /** The life of a record to which all these words come, in this order. */
  static RecordHistory of(LifecycleRules rules, List<VerifiedEvent> events) {
    RecordHistory history = new RecordHistory(rules, events.getFirst().subject());
    events.forEach(word -> history.apply(new LifecycleStep.Unsolicited(word)));
    return history;
  }

  /** The life of a record to which all this comes, in this order. */
  static RecordHistory of(LifecycleRules rules, Subject subject, List<LifecycleStep> steps) {
    RecordHistory history = new RecordHistory(rules, subject);
    steps.forEach(history::apply);
    return history;
  }

  /** Lets the next thing come. */
  RecordChange apply(LifecycleStep step) {
    RecordChange change =
        switch (step) {
          case LifecycleStep.Unsolicited(VerifiedEvent word) -> applyEvent(word, null);
          case LifecycleStep.Lookup(VerifiedEvent word, int ago) ->
              applyEvent(word, Math.max(0, version() - ago));
          case LifecycleStep.Socket(State state) -> applyUnverified(state);
        };
    changes.add(change);
    record = change.after();
    return change;
  }

  List<RecordChange> changes() {
    return List.copyOf(changes);
  }

  /** The changes that authenticated words made. */
  List<RecordChange.ByVerifiedEvent> verifiedChanges() {
    return changes.stream()
        .filter(RecordChange.ByVerifiedEvent.class::isInstance)
        .map(RecordChange.ByVerifiedEvent.class::cast)
        .toList();
  }

  /** The changes that claims made. */
  List<RecordChange.ByUnverifiedEvent> unverifiedChanges() {
    return changes.stream()
        .filter(RecordChange.ByUnverifiedEvent.class::isInstance)
        .map(RecordChange.ByUnverifiedEvent.class::cast)
        .toList();
  }

  /** The record as it stands; something has come to it. */
  LedgerRecord record() {
    return Objects.requireNonNull(record, "Nothing was written");
  }

  long version() {
    return Optional.ofNullable(record).map(LedgerRecord::version).orElse(0L);
  }

  private RecordChange applyEvent(VerifiedEvent word, @Nullable Long askedAtVersion) {
    EventMetadata said = word.metadata();
    EventMetadata now =
        new EventMetadata(said.channel(), said.trust(), receivedAt(), askedAtVersion, false, null);
    VerifiedEvent heard =
        new VerifiedEvent(word.subject(), word.status(), word.fields(), word.occurredAt(), now);
    return new RecordChange.ByVerifiedEvent(record, heard, rules.decide(record, heard));
  }

  private RecordChange applyUnverified(State state) {
    UnverifiedEvent unverifiedEvent =
        new UnverifiedEvent(subject, state, Channel.SOCKET, receivedAt());
    return new RecordChange.ByUnverifiedEvent(
        record, unverifiedEvent, rules.decideUnverified(record, unverifiedEvent));
  }

  private Instant receivedAt() {
    return START.plus(Duration.ofMinutes(changes.size()));
  }
}
