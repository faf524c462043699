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

/**
 * The history of a record under given rules. Each step is received a minute after the one before.
 */
final class RecordHistory {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final LifecycleRules rules;
  private final Subject subject;
  private final List<RecordChange> changes = new ArrayList<>();
  private @Nullable LedgerRecord record;
  private Duration waited = Duration.ZERO;

  RecordHistory(LifecycleRules rules, Subject subject) {
    this.rules = rules;
    this.subject = subject;
  }

  /** Returns the history after the given events, in this order. */
  static RecordHistory of(LifecycleRules rules, List<VerifiedEvent> events) {
    RecordHistory history = new RecordHistory(rules, events.getFirst().subject());
    events.forEach(event -> history.apply(new LifecycleStep.Unsolicited(event)));
    return history;
  }

  /** Returns the history after the given steps, in this order. */
  static RecordHistory of(LifecycleRules rules, Subject subject, List<LifecycleStep> steps) {
    RecordHistory history = new RecordHistory(rules, subject);
    steps.forEach(history::apply);
    return history;
  }

  /** Applies the next step. */
  RecordChange apply(LifecycleStep step) {
    RecordChange change =
        switch (step) {
          case LifecycleStep.Unsolicited(VerifiedEvent event) -> applyEvent(event, null);
          case LifecycleStep.Lookup(VerifiedEvent event, int ago) ->
              applyEvent(event, Math.max(0, version() - ago));
          case LifecycleStep.Socket(State state) -> applyUnverified(state);
        };
    changes.add(change);
    record = change.after();
    return change;
  }

  /** Lets time pass before the next step. */
  void pause(Duration time) {
    waited = waited.plus(time);
  }

  List<RecordChange> changes() {
    return List.copyOf(changes);
  }

  /** Returns the changes by verified events. */
  List<RecordChange.ByVerifiedEvent> verifiedChanges() {
    return changes.stream()
        .filter(RecordChange.ByVerifiedEvent.class::isInstance)
        .map(RecordChange.ByVerifiedEvent.class::cast)
        .toList();
  }

  /** Returns the changes by unverified events. */
  List<RecordChange.ByUnverifiedEvent> unverifiedChanges() {
    return changes.stream()
        .filter(RecordChange.ByUnverifiedEvent.class::isInstance)
        .map(RecordChange.ByUnverifiedEvent.class::cast)
        .toList();
  }

  /** Returns the current record; there is one after the first step. */
  LedgerRecord record() {
    return Objects.requireNonNull(record, "Nothing was written");
  }

  long version() {
    return Optional.ofNullable(record).map(LedgerRecord::version).orElse(0L);
  }

  private RecordChange applyEvent(VerifiedEvent event, @Nullable Long requestedAtVersion) {
    EventMetadata metadata = event.metadata();
    EventMetadata now =
        new EventMetadata(
            metadata.channel(), metadata.trust(), receivedAt(), requestedAtVersion, false, null);
    VerifiedEvent received =
        new VerifiedEvent(event.subject(), event.status(), event.fields(), event.occurredAt(), now);
    return new RecordChange.ByVerifiedEvent(record, received, rules.decide(record, received));
  }

  private RecordChange applyUnverified(State state) {
    UnverifiedEvent unverifiedEvent =
        new UnverifiedEvent(subject, state, Channel.SOCKET, receivedAt());
    return new RecordChange.ByUnverifiedEvent(
        record, unverifiedEvent, rules.decideUnverified(record, unverifiedEvent));
  }

  private Instant receivedAt() {
    return START.plus(waited).plus(Duration.ofMinutes(changes.size()));
  }
}
