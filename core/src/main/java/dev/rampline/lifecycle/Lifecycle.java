package dev.rampline.lifecycle;

import dev.rampline.ledger.Concerns;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.Facts;
import dev.rampline.ledger.Finals;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Standing;
import dev.rampline.ledger.Tombstone;
import dev.rampline.observation.Claim;
import dev.rampline.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * The one rule that decides: what a word changes of what is known (design §4.3). Pure and total;
 * the order in which words arrive decides nothing but which of two contradicting finals stands
 * while their conflict is open.
 */
public final class Lifecycle {
  private Lifecycle() {}

  /**
   * What an authenticated word changes.
   *
   * @param entry what is known of the word's subject; null: nothing
   */
  public static Decision decide(@Nullable Entry entry, Observation observation) {
    return switch (entry) {
      case null -> after(null, observation);
      case LedgerRecord record -> after(record, observation);
      case Tombstone forgotten -> new Decision.Forgotten();
    };
  }

  /**
   * What a word changes that may not be believed yet: never the state, nor a fact.
   *
   * @param entry what is known of the claim's subject; null: nothing
   */
  public static Decision claim(@Nullable Entry entry, Claim claim) {
    return switch (entry) {
      case null -> after(null, claim);
      case LedgerRecord record -> after(record, claim);
      case Tombstone forgotten -> new Decision.Forgotten();
    };
  }

  private static Decision after(@Nullable LedgerRecord record, Observation observation) {
    Holding before = Holding.of(record);
    Cause cause = Cause.of(observation);
    Holding after =
        switch (observation.subject().kind()) {
          case ORDER -> afterOrderWord(before, observation, nextVersion(record));
          case KYC -> afterKycWord(before, observation, nextVersion(record));
        };
    if (after.equals(before) && record != null) {
      return isHeld(before, observation) ? new Decision.Duplicate() : new Decision.Stale();
    }
    return new Succession(record, before, after, cause).decision();
  }

  private static Decision after(@Nullable LedgerRecord record, Claim claim) {
    Holding before = Holding.of(record);
    Concerns concerns = ClaimRules.joined(before, claim, nextVersion(record));
    if (concerns.equals(before.concerns())) {
      return claim.state() == before.state() ? new Decision.Duplicate() : new Decision.Stale();
    }
    Holding after = new Holding(before.standing(), before.finals(), before.facts(), concerns);
    return new Succession(record, before, after, Cause.of(claim)).decision();
  }

  private static Holding afterOrderWord(Holding before, Observation observation, long version) {
    Finals finals = OrderRules.finals(before.finals(), observation, version);
    Standing standing = OrderRules.standing(before.standing(), finals, observation);
    Facts facts = FactRules.joined(before.facts(), observation);
    Concerns answered = ClaimRules.answered(before.concerns(), observation);
    Concerns concerns = ClaimRules.recognised(answered, observation, version);
    return new Holding(standing, finals, facts, concerns);
  }

  private static Holding afterKycWord(Holding before, Observation observation, long version) {
    long asked = version - 1;
    Facts facts = FactRules.joined(before.facts(), observation);
    Standing standing = KycRules.standing(before.standing(), observation, asked);
    Concerns answered =
        KycRules.isClaim(before.standing(), observation, asked)
            ? ClaimRules.joined(before, claimOf(observation), version)
            : ClaimRules.answered(before.concerns(), observation);
    Concerns concerns = ClaimRules.recognised(answered, observation, version);
    return new Holding(standing, before.finals(), facts, concerns);
  }

  private static Claim claimOf(Observation observation) {
    return new Claim(
        observation.subject(),
        observation.word().state(),
        observation.reception().channel(),
        observation.reception().receivedAt());
  }

  private static boolean isHeld(Holding before, Observation observation) {
    return observation.word().state() == before.state()
        && FactRules.holdsAll(before.facts(), observation.details());
  }

  private static long nextVersion(@Nullable LedgerRecord record) {
    return record == null ? 1 : record.version() + 1;
  }
}
