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
 * All that is known of one subject: the join of what was said of it, so that the order of arrival
 * does not matter (design §4.3), with its bookkeeping.
 *
 * @param subject whom it is about
 * @param revision how often it was written, and its version
 * @param currentStatus the state that no final one has ended
 * @param terminalStates the ends that were told
 * @param fields what is known besides the state
 * @param pendingChecks what still wants an answer
 * @param transitions the last {@value #MAX_TRANSITIONS} changes of state, the newest last
 * @param lastChange the word that made the present version
 * @param unknownAttributes what a newer version of this code wrote
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
  /** How many transitions are kept. */
  public static final int MAX_TRANSITIONS = 20;

  public LedgerRecord {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(revision, "revision");
    Objects.requireNonNull(currentStatus, "standing");
    Objects.requireNonNull(terminalStates, "finals");
    Objects.requireNonNull(fields, "facts");
    Objects.requireNonNull(pendingChecks, "concerns");
    transitions = List.copyOf(transitions);
    Objects.requireNonNull(lastChange, "last");
    Objects.requireNonNull(unknownAttributes, "carried");
  }

  /** The present state, which follows from the finals and from what stands. */
  public State state() {
    return terminalStates.state().orElse(currentStatus.state());
  }

  /** The same record, signed with the id of the ingest that is about to write it. */
  public LedgerRecord withWriteId(UUID writeId) {
    List<UUID> writes = new ArrayList<>(revision.writeIds());
    writes.add(writeId);
    List<UUID> kept =
        writes.subList(Math.max(0, writes.size() - Revision.MAX_WRITE_IDS), writes.size());
    Revision signed =
        new Revision(revision.number(), revision.version(), kept, revision.updatedAt());
    return new LedgerRecord(
        subject,
        signed,
        currentStatus,
        terminalStates,
        fields,
        pendingChecks,
        transitions,
        lastChange,
        unknownAttributes);
  }

  /** The same record; its last word begins that trace if it brought none. */
  public LedgerRecord withTrace(TraceContext begun) {
    return new LedgerRecord(
        subject,
        revision,
        currentStatus,
        terminalStates,
        fields,
        pendingChecks,
        transitions,
        lastChange.withTrace(begun),
        unknownAttributes);
  }

  /**
   * The same record as its next write, with nothing changed but when it is to be looked at.
   *
   * @param lookAt null: no more
   */
  public LedgerRecord withNextCheckAt(Instant now, @Nullable Instant lookAt) {
    Revision next =
        new Revision(revision.number() + 1, revision.version(), revision.writeIds(), now);
    PendingChecks postponed =
        new PendingChecks(pendingChecks.unverifiedEvents(), pendingChecks.unrecognized(), lookAt);
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

  /** What takes its place once it is forgotten: none of what it says, but its version. */
  public Tombstone toTombstone(Instant now) {
    return new Tombstone(
        subject, new Revision(revision.number() + 1, revision.version(), List.of(), now));
  }
}
