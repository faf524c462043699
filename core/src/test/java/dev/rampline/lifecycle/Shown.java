package dev.rampline.lifecycle;

import dev.rampline.ledger.Conflict;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.StandingClaim;
import dev.rampline.observation.State;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the message shows of a record. */
record Shown(
    State state,
    Map<String, String> facts,
    List<State> sides,
    Set<State> settled,
    boolean confirmed,
    Set<StandingClaim> claims) {

  static Shown of(@Nullable LedgerRecord record) {
    if (record == null) {
      return new Shown(State.UNKNOWN, Map.of(), List.of(), Set.of(), true, Set.of());
    }
    Conflict conflict = record.finals().conflict();
    return new Shown(
        record.state(),
        Map.copyOf(record.facts().plain()),
        conflict == null ? List.of() : conflict.finals(),
        conflict == null || conflict.settled() == null ? Set.of() : Set.of(conflict.settled()),
        record.standing().confirmed(),
        Set.copyOf(record.concerns().claims()));
  }

  /** Whether this differs from what was shown in nothing but a claim more. */
  boolean onlyClaimsMoreThan(Shown other) {
    return claims.containsAll(other.claims)
        && new Shown(state, facts, sides, settled, confirmed, other.claims).equals(other);
  }
}
