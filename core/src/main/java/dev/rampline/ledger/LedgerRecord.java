package dev.rampline.ledger;

import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.event.TraceContext;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known about one subject. The record is a join of all events (CRDT), so their
 * order of arrival does not matter ({@code docs/architecture.md#state-transition-rules}).
 *
 * @param subject the subject
 * @param revision revision number, version and write ids
 * @param content what the events add up to
 * @param transitions the last {@value #MAX_TRANSITIONS} state changes, the newest last
 * @param lastChange the event behind the current version
 * @param unknownAttributes attributes written by a newer version of the code
 */
public record LedgerRecord(
    Subject subject,
    Revision revision,
    RecordContent content,
    List<Transition> transitions,
    LastChange lastChange,
    UnknownAttributes unknownAttributes)
    implements Entry {
  /** Maximum number of stored transitions. */
  public static final int MAX_TRANSITIONS = 20;

  public LedgerRecord {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(revision, "revision");
    Objects.requireNonNull(content, "content");
    transitions = List.copyOf(transitions);
    Objects.requireNonNull(lastChange, "lastChange");
    Objects.requireNonNull(unknownAttributes, "unknownAttributes");
  }

  /** Returns the current state: the prevailing terminal state, else the current status. */
  public State state() {
    return content.state();
  }

  /** Returns the status without terminal states. */
  public CurrentStatus currentStatus() {
    return content.currentStatus();
  }

  /** Returns the reported terminal states. */
  public TerminalStates terminalStates() {
    return content.terminalStates();
  }

  /** Returns the merged field values. */
  public FieldValues fields() {
    return content.fields();
  }

  /** Returns what must be checked with the provider's API. */
  public PendingChecks pendingChecks() {
    return content.pendingChecks();
  }

  /** Returns the same record with another revision. */
  public LedgerRecord withRevision(Revision newRevision) {
    return new LedgerRecord(
        subject, newRevision, content, transitions, lastChange, unknownAttributes);
  }

  /** Returns the same record with other content. */
  public LedgerRecord withContent(RecordContent newContent) {
    return new LedgerRecord(
        subject, revision, newContent, transitions, lastChange, unknownAttributes);
  }

  /** Returns the same record with the id and the time of the write that is about to store it. */
  public LedgerRecord withWrite(UUID writeId, Instant now) {
    return withRevision(revision.withWrite(writeId, now));
  }

  /** Returns the same record; its last change gets this trace if it has none. */
  public LedgerRecord withTrace(TraceContext newTrace) {
    return new LedgerRecord(
        subject, revision, content, transitions, lastChange.withTrace(newTrace), unknownAttributes);
  }

  /**
   * Returns the record's next revision with another time of the next due check.
   *
   * @param nextCheckAt null cancels the check
   */
  public LedgerRecord withNextCheckAt(Instant now, @Nullable Instant nextCheckAt) {
    return withRevision(revision.next(now))
        .withContent(content.withPendingChecks(pendingChecks().withNextCheckAt(nextCheckAt)));
  }

  /**
   * Returns the record's next revision with another time of the next due check.
   *
   * @param nextCheckAt null cancels the check
   * @param failedLookups number of due checks in a row whose lookup failed
   */
  public LedgerRecord withNextCheckAt(
      Instant now, @Nullable Instant nextCheckAt, int failedLookups) {
    LedgerRecord next = withNextCheckAt(now, nextCheckAt);
    return next.withContent(
        next.content.withPendingChecks(next.pendingChecks().withFailedLookups(failedLookups)));
  }

  /**
   * Returns the tombstone that replaces this record when it is erased. It keeps only the version.
   */
  public Tombstone toTombstone(Instant now) {
    return new Tombstone(
        subject,
        new Revision(revision.number() + 1, revision.version(), List.of(), revision.later(now)));
  }
}
