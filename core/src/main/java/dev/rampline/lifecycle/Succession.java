package dev.rampline.lifecycle;

import dev.rampline.ledger.Carried;
import dev.rampline.ledger.Conflict;
import dev.rampline.ledger.LastWord;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Revision;
import dev.rampline.ledger.StandingClaim;
import dev.rampline.ledger.Transition;
import dev.rampline.observation.State;
import dev.rampline.observation.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One record following another: which decision the difference is, and the record that it makes. */
final class Succession {
  /** How long a record that wants a look is left to the webhooks first. */
  private static final Duration FIRST_LOOK = Duration.ofMinutes(5);

  private final @Nullable LedgerRecord record;
  private final Holding before;
  private final Holding after;
  private final Cause cause;

  Succession(@Nullable LedgerRecord record, Holding before, Holding after, Cause cause) {
    this.record = record;
    this.before = before;
    this.after = after;
    this.cause = cause;
  }

  Decision decision() {
    if (touchesConflict()) {
      return new Decision.Conflict(successor(DecisionName.CONFLICT));
    }
    if (!after.concerns().unrecognised().terms().equals(before.concerns().unrecognised().terms())) {
      return new Decision.Unrecognised(successor(DecisionName.UNRECOGNIZED));
    }
    if (after.state() != before.state()
        || (record == null && after.concerns().claims().isEmpty())) {
      return new Decision.Advanced(successor(DecisionName.STATE_CHANGED));
    }
    if (showsMore()) {
      return new Decision.Enriched(successor(DecisionName.FIELDS_UPDATED));
    }
    if (claimsJoined()) {
      return new Decision.Claimed(successor(DecisionName.UNVERIFIED));
    }
    return new Decision.Noted(noted());
  }

  private boolean touchesConflict() {
    Conflict conflict = after.finals().conflict();
    return conflict != null && !conflict.equals(before.finals().conflict());
  }

  private boolean showsMore() {
    return !after.facts().plain().equals(before.facts().plain())
        || after.standing().confirmed() != before.standing().confirmed()
        || !Objects.equals(after.finals().conflict(), before.finals().conflict())
        || claimsAnswered();
  }

  /** A claim that gave way to another one was not answered. */
  private boolean claimsAnswered() {
    List<StandingClaim> standing = after.concerns().claims();
    return !claimsJoined() && !new HashSet<>(standing).containsAll(before.concerns().claims());
  }

  private boolean claimsJoined() {
    List<StandingClaim> held = before.concerns().claims();
    return after.concerns().claims().stream().anyMatch(claim -> !held.contains(claim));
  }

  private LedgerRecord successor(DecisionName decision) {
    LastWord last = cause.lastWord(decision.text(), record == null ? null : before.state());
    return record(versionBefore() + 1, transitions(), last);
  }

  private LedgerRecord noted() {
    LedgerRecord held = Objects.requireNonNull(record, "The first word always makes a version");
    return record(held.version(), held.transitions(), held.last());
  }

  private LedgerRecord record(long version, List<Transition> transitions, LastWord last) {
    Holding held = after.lookingAt(lookAt());
    return new LedgerRecord(
        cause.subject(),
        new Revision(
            from(0L, earlier -> earlier.revision().number()) + 1,
            version,
            from(List.of(), earlier -> earlier.revision().writes()),
            cause.reception().receivedAt()),
        held.standing(),
        held.finals(),
        held.facts(),
        held.concerns(),
        transitions,
        last,
        from(Carried.NONE, LedgerRecord::carried));
  }

  private List<Transition> transitions() {
    List<Transition> all = new ArrayList<>(from(List.of(), LedgerRecord::transitions));
    if (after.state() != before.state()) {
      all.add(transition(after.state()));
    }
    return all.subList(Math.max(0, all.size() - LedgerRecord.MAX_TRANSITIONS), all.size());
  }

  private Transition transition(State state) {
    return new Transition(
        state,
        versionBefore() + 1,
        cause.reception().channel(),
        cause.occurredAt(),
        cause.reception().receivedAt());
  }

  private @Nullable Instant lookAt() {
    if (!after.wantsLook()) {
      return null;
    }
    Instant now = cause.reception().receivedAt();
    if (touchesConflict() && Objects.requireNonNull(after.finals().conflict()).isOpen()) {
      return now;
    }
    Instant held = before.concerns().lookAt();
    Instant soon = now.plus(FIRST_LOOK);
    return held == null || (comesIntoDoubt() && held.isAfter(soon)) ? soon : held;
  }

  /** What is new and doubtful of a customer does not wait as long as what was long known. */
  private boolean comesIntoDoubt() {
    return cause.subject().kind() == Subject.Kind.KYC && after.isInDoubt() && !before.isInDoubt();
  }

  private long versionBefore() {
    return from(0L, LedgerRecord::version);
  }

  private <T> T from(T absent, Function<LedgerRecord, T> part) {
    return record == null ? absent : part.apply(record);
  }
}
