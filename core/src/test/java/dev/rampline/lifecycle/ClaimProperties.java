package dev.rampline.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.ledger.Concerns;
import dev.rampline.ledger.FinalState;
import dev.rampline.ledger.Finals;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Standing;
import dev.rampline.ledger.StandingClaim;
import dev.rampline.lifecycle.Change.ByClaim;
import dev.rampline.lifecycle.Change.ByWord;
import dev.rampline.observation.State;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quicktheories.core.Gen;

/** A claim is kept, announced and answered, and believed never. */
final class ClaimProperties {
  private ClaimProperties() {}

  static List<Property> all() {
    return Stream.of(
            List.of(
                Property.ofWords(
                    "a claim leaves when it is told or answered, and not before",
                    Steps.onOrder(),
                    Words.ORDER,
                    ClaimProperties::leavesWhenAnswered)),
            among("words", Steps.onOrder()),
            among("unverified", Steps.claimsOnly()))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Property> among(String others, Gen<List<Step>> lives) {
    return List.of(
        ofClaims(
            "a claim among " + others + " moves nothing", lives, ClaimProperties::movesNothing),
        ofClaims("claims among " + others + " are few", lives, ClaimProperties::leavesFew),
        ofClaims("a claim among " + others + " is kept if new", lives, ClaimProperties::isKept));
  }

  private static Property ofClaims(
      String sentence, Gen<List<Step>> lives, Consumer<ByClaim> holds) {
    return Property.of(
        sentence,
        lives,
        (rules, steps) -> History.of(rules, Words.ORDER, steps).claims().forEach(holds));
  }

  private static void movesNothing(ByClaim claimed) {
    LedgerRecord before = claimed.before();
    LedgerRecord after = claimed.after();
    if (after != null) {
      assertThat(after.standing()).isEqualTo(before == null ? Standing.NONE : before.standing());
      assertThat(after.finals()).isEqualTo(before == null ? Finals.NONE : before.finals());
      assertThat(after.facts().values())
          .isEqualTo(before == null ? Map.of() : before.facts().values());
    }
  }

  private static void leavesFew(ByClaim claimed) {
    assertThat(states(claims(claimed.after())))
        .doesNotHaveDuplicates()
        .hasSizeLessThanOrEqualTo(Concerns.MAX_CLAIMS);
    assertThat(claimed.decision())
        .isInstanceOfAny(Decision.Claimed.class, Decision.Duplicate.class, Decision.Stale.class);
  }

  /** Unless as many stand as may; and unknown claims nothing. */
  private static void isKept(ByClaim claimed) {
    State state = claimed.claim().state();
    List<State> standing = states(claims(claimed.before()));
    if (standing.size() < Concerns.MAX_CLAIMS && state != State.UNKNOWN) {
      boolean isNew = !standing.contains(state) && isNews(state, claimed.before());
      assertThat(claimed.decision() instanceof Decision.Claimed).as("%s", claimed).isEqualTo(isNew);
    }
  }

  private static boolean isNews(State state, @Nullable LedgerRecord before) {
    if (before == null) {
      return true;
    }
    return state != before.state()
        && before.finals().told().stream().map(FinalState::state).noneMatch(state::equals)
        && state.rank() >= before.state().rank();
  }

  private static void leavesWhenAnswered(ByWord told) {
    List<StandingClaim> after = claims(told.after());
    for (StandingClaim claim : claims(told.before())) {
      boolean answered = tells(told, claim.state()) || told.answers(claim.version());
      assertThat(after.contains(claim)).as("%s after %s", claim, told).isEqualTo(!answered);
    }
  }

  private static boolean tells(ByWord told, State state) {
    return told.state() == state || told.word().word().besideRefund() == state;
  }

  private static List<StandingClaim> claims(@Nullable LedgerRecord record) {
    return record == null ? List.of() : record.concerns().claims();
  }

  private static List<State> states(List<StandingClaim> claims) {
    return claims.stream().map(StandingClaim::state).toList();
  }
}
