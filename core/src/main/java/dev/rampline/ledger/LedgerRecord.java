package dev.rampline.ledger;

import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.event.TraceContext;
import java.time.Instant;
import java.util.ArrayList;
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
 * @param currentStatus the status without terminal states
 * @param terminalStates the reported terminal states
 * @param fields the merged field values
 * @param pendingChecks what must be checked with the provider's API
 * @param transitions the last {@value #MAX_TRANSITIONS} state changes, the newest last
 * @param lastChange the event behind the current version
 * @param unknownAttributes attributes written by a newer version of the code
 */
public record LedgerRecord(
    Subject subject,
    Revision revision,
    CurrentStatus currentStatus,
    TerminalStates terminalStates,
    FieldValues fields,
    PendingChecks pendingChecks,
    List<Transition> transitions,
    LastChange lastChange,
    UnknownAttributes unknownAttributes)
    implements Entry {
  /** Maximum number of stored transitions. */
  public static final int MAX_TRANSITIONS = 20;

  public LedgerRecord {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(revision, "revision");
    Objects.requireNonNull(currentStatus, "currentStatus");
    Objects.requireNonNull(terminalStates, "terminalStates");
    Objects.requireNonNull(fields, "fields");
    Objects.requireNonNull(pendingChecks, "pendingChecks");
    transitions = List.copyOf(transitions);
    Objects.requireNonNull(lastChange, "lastChange");
    Objects.requireNonNull(unknownAttributes, "unknownAttributes");
  }

  /** Returns the current state: the prevailing terminal state, else the current status. */
  public State state() {
    return terminalStates.state().orElse(currentStatus.state());
  }

  /** Returns the same record with the id and the time of the write that is about to store it. */
  public LedgerRecord withWrite(UUID writeId, Instant now) {
    List<UUID> writes = new ArrayList<>(revision.writeIds());
    writes.add(writeId);
    List<UUID> kept =
        writes.subList(Math.max(0, writes.size() - Revision.MAX_WRITE_IDS), writes.size());
    Revision withId =
        new Revision(revision.number(), revision.version(), kept, revision.later(now));
    return new LedgerRecord(
        subject,
        withId,
        currentStatus,
        terminalStates,
        fields,
        pendingChecks,
        transitions,
        lastChange,
        unknownAttributes);
  }

  /** Returns the same record; its last change gets this trace if it has none. */
  public LedgerRecord withTrace(TraceContext newTrace) {
    return new LedgerRecord(
        subject,
        revision,
        currentStatus,
        terminalStates,
        fields,
        pendingChecks,
        transitions,
        lastChange.withTrace(newTrace),
        unknownAttributes);
  }

  /**
   * Returns the record's next revision with another time of the next due check.
   *
   * @param nextCheckAt null cancels the check
   */
  public LedgerRecord withNextCheckAt(Instant now, @Nullable Instant nextCheckAt) {
    Revision next =
        new Revision(
            revision.number() + 1, revision.version(), revision.writeIds(), revision.later(now));
    PendingChecks postponed =
        new PendingChecks(
            pendingChecks.unverifiedEvents(), pendingChecks.unrecognized(), nextCheckAt);
    return new LedgerRecord(
        subject,
        next,
        currentStatus,
        terminalStates,
        fields,
        postponed,
        transitions,
        lastChange,
        unknownAttributes);
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
