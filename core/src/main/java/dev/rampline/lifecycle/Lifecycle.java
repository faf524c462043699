package dev.rampline.lifecycle;

import dev.rampline.event.UnverifiedEvent;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.CurrentStatus;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.FieldValues;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.PendingChecks;
import dev.rampline.ledger.TerminalStates;
import dev.rampline.ledger.Tombstone;
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
  public static Decision decide(@Nullable Entry entry, VerifiedEvent observation) {
    return switch (entry) {
      case null -> after(null, observation);
      case LedgerRecord record -> after(record, observation);
      case Tombstone forgotten -> new Decision.Erased();
    };
  }

  /**
   * What a word changes that may not be believed yet: never the state, nor a fact.
   *
   * @param entry what is known of the claim's subject; null: nothing
   */
  public static Decision decideUnverified(@Nullable Entry entry, UnverifiedEvent claim) {
    return switch (entry) {
      case null -> after(null, claim);
      case LedgerRecord record -> after(record, claim);
      case Tombstone forgotten -> new Decision.Erased();
    };
  }

  private static Decision after(@Nullable LedgerRecord record, VerifiedEvent observation) {
    RecordState before = RecordState.of(record);
    ChangeSource cause = ChangeSource.of(observation);
    RecordState after =
        switch (observation.subject().kind()) {
          case ORDER -> afterOrderEvent(before, observation, nextVersion(record));
          case KYC -> afterKycEvent(before, observation, nextVersion(record));
        };
    if (after.equals(before) && record != null) {
      return isKnown(before, observation) ? new Decision.Duplicate() : new Decision.Stale();
    }
    return new RecordTransition(record, before, after, cause).decision();
  }

  private static Decision after(@Nullable LedgerRecord record, UnverifiedEvent claim) {
    RecordState before = RecordState.of(record);
    PendingChecks concerns = UnverifiedEventRules.withEvent(before, claim, nextVersion(record));
    if (concerns.equals(before.pendingChecks())) {
      return claim.state() == before.state() ? new Decision.Duplicate() : new Decision.Stale();
    }
    RecordState after =
        new RecordState(before.currentStatus(), before.terminalStates(), before.fields(), concerns);
    return new RecordTransition(record, before, after, ChangeSource.of(claim)).decision();
  }

  private static RecordState afterOrderEvent(
      RecordState before, VerifiedEvent observation, long version) {
    TerminalStates finals =
        OrderRules.terminalStates(before.terminalStates(), observation, version);
    CurrentStatus standing = OrderRules.currentStatus(before.currentStatus(), finals, observation);
    FieldValues facts = FieldMergeRules.merge(before.fields(), observation);
    PendingChecks answered =
        UnverifiedEventRules.withoutAnswered(before.pendingChecks(), observation);
    PendingChecks concerns =
        UnverifiedEventRules.withUnrecognizedTerm(answered, observation, version);
    return new RecordState(standing, finals, facts, concerns);
  }

  private static RecordState afterKycEvent(
      RecordState before, VerifiedEvent observation, long version) {
    long asked = version - 1;
    FieldValues facts = FieldMergeRules.merge(before.fields(), observation);
    CurrentStatus standing = KycRules.currentStatus(before.currentStatus(), observation, asked);
    PendingChecks answered =
        KycRules.isUnverified(before.currentStatus(), observation, asked)
            ? UnverifiedEventRules.withEvent(before, toUnverifiedEvent(observation), version)
            : UnverifiedEventRules.withoutAnswered(before.pendingChecks(), observation);
    PendingChecks concerns =
        UnverifiedEventRules.withUnrecognizedTerm(answered, observation, version);
    return new RecordState(standing, before.terminalStates(), facts, concerns);
  }

  private static UnverifiedEvent toUnverifiedEvent(VerifiedEvent observation) {
    return new UnverifiedEvent(
        observation.subject(),
        observation.status().state(),
        observation.metadata().channel(),
        observation.metadata().receivedAt());
  }

  private static boolean isKnown(RecordState before, VerifiedEvent observation) {
    return observation.status().state() == before.state()
        && FieldMergeRules.hasAll(before.fields(), observation.fields());
  }

  private static long nextVersion(@Nullable LedgerRecord record) {
    return record == null ? 1 : record.version() + 1;
  }
}
