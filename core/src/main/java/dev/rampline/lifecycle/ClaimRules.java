package dev.rampline.lifecycle;

import dev.rampline.ledger.Concerns;
import dev.rampline.ledger.Finals;
import dev.rampline.ledger.StandingClaim;
import dev.rampline.ledger.Unrecognised;
import dev.rampline.observation.Authenticity;
import dev.rampline.observation.Claim;
import dev.rampline.observation.Observation;
import dev.rampline.observation.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What wants an answer, and which words are one. */
final class ClaimRules {
  private ClaimRules() {}

  /**
   * The same without the claims that the word answers: it tells their state, or was asked since.
   */
  static Concerns answered(Concerns before, Observation observation) {
    List<StandingClaim> open =
        before.claims().stream().filter(claim -> !answers(observation, claim)).toList();
    return new Concerns(open, before.unrecognised(), before.lookAt());
  }

  /** The same with the claim, if it is news; it makes {@code version} then. */
  static Concerns joined(Holding before, Claim claim, long version) {
    Concerns concerns = before.concerns();
    if (!isNews(before, claim.state())) {
      return concerns;
    }
    List<StandingClaim> claims = new ArrayList<>(concerns.claims());
    claims.add(new StandingClaim(claim.state(), claim.channel(), claim.receivedAt(), version));
    if (claims.size() > Concerns.MAX_CLAIMS) {
      claims.remove(leastTelling(claims));
    }
    return new Concerns(claims, concerns.unrecognised(), concerns.lookAt());
  }

  /** The same with what the word tells and nobody has documented. */
  static Concerns recognised(Concerns before, Observation observation, long version) {
    Unrecognised held = before.unrecognised();
    boolean answered = observation.reception().askedAtOrAfter(held.unansweredSince());
    long since = answered ? 0 : held.unansweredSince();
    String term = observation.word().undocumented();
    if (term == null || held.terms().contains(term) || held.isFull()) {
      return withUnrecognised(before, new Unrecognised(held.terms(), since));
    }
    List<String> terms = new ArrayList<>(held.terms());
    terms.add(term);
    boolean fetched = observation.reception().authenticity() == Authenticity.FETCHED;
    return withUnrecognised(before, new Unrecognised(terms, fetched ? since : version));
  }

  private static Concerns withUnrecognised(Concerns before, Unrecognised unrecognised) {
    return new Concerns(before.claims(), unrecognised, before.lookAt());
  }

  private static boolean answers(Observation observation, StandingClaim claim) {
    State state = observation.word().state();
    boolean tells =
        state == claim.state()
            || observation.word().finalTold().filter(claim.state()::equals).isPresent();
    return tells || observation.reception().askedAtOrAfter(claim.version());
  }

  private static boolean isNews(Holding before, State state) {
    Finals finals = before.finals();
    boolean held = state == before.state() || finals.told(state);
    boolean claimed = before.concerns().claims().stream().anyMatch(claim -> claim.state() == state);
    return !held && !claimed && state.rank() >= before.state().rank();
  }

  private static StandingClaim leastTelling(List<StandingClaim> claims) {
    return claims.stream()
        .min(Comparator.comparingInt(claim -> claim.state().rank()))
        .orElseThrow();
  }
}
