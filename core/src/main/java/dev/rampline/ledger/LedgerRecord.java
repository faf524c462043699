package dev.rampline.ledger;

import dev.rampline.observation.State;
import dev.rampline.observation.Subject;
import dev.rampline.observation.TraceContext;
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
 * @param standing the state that no final one has ended
 * @param finals the ends that were told
 * @param facts what is known besides the state
 * @param concerns what still wants an answer
 * @param transitions the last {@value #MAX_TRANSITIONS} changes of state, the newest last
 * @param last the word that made the present version
 * @param carried what a newer version of this code wrote
 */
public record LedgerRecord(
    Subject subject,
    Revision revision,
    Standing standing,
    Finals finals,
    Facts facts,
    Concerns concerns,
    List<Transition> transitions,
    LastWord last,
    Carried carried)
    implements Entry {
  /** How many transitions are kept. */
  public static final int MAX_TRANSITIONS = 20;

  public LedgerRecord {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(revision, "revision");
    Objects.requireNonNull(standing, "standing");
    Objects.requireNonNull(finals, "finals");
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(concerns, "concerns");
    transitions = List.copyOf(transitions);
    Objects.requireNonNull(last, "last");
    Objects.requireNonNull(carried, "carried");
  }

  /** The present state, which follows from the finals and from what stands. */
  public State state() {
    return finals.state().orElse(standing.state());
  }

  /** The same record, signed with the id of the ingest that is about to write it. */
  public LedgerRecord writtenBy(UUID writeId) {
    List<UUID> writes = new ArrayList<>(revision.writes());
    writes.add(writeId);
    List<UUID> kept =
        writes.subList(Math.max(0, writes.size() - Revision.MAX_WRITES), writes.size());
    Revision signed =
        new Revision(revision.number(), revision.version(), kept, revision.updatedAt());
    return new LedgerRecord(
        subject, signed, standing, finals, facts, concerns, transitions, last, carried);
  }

  /** The same record; its last word begins that trace if it brought none. */
  public LedgerRecord tracedBy(TraceContext begun) {
    return new LedgerRecord(
        subject,
        revision,
        standing,
        finals,
        facts,
        concerns,
        transitions,
        last.tracedBy(begun),
        carried);
  }

  /**
   * The same record as its next write, with nothing changed but when it is to be looked at.
   *
   * @param lookAt null: no more
   */
  public LedgerRecord lookedAt(Instant now, @Nullable Instant lookAt) {
    Revision next = new Revision(revision.number() + 1, revision.version(), revision.writes(), now);
    Concerns postponed = new Concerns(concerns.claims(), concerns.unrecognised(), lookAt);
    return new LedgerRecord(
        subject, next, standing, finals, facts, postponed, transitions, last, carried);
  }

  /** What takes its place once it is forgotten: none of what it says, but its version. */
  public Tombstone forgotten(Instant now) {
    return new Tombstone(
        subject, new Revision(revision.number() + 1, revision.version(), List.of(), now));
  }
}
