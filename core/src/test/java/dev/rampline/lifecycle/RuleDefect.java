package dev.rampline.lifecycle;

import dev.rampline.event.UnverifiedEvent;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.LedgerRecord;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A mistake planted around sound rules, in what they remember, hear or record. */
record RuleDefect(String name, LifecycleRules rules) {
  private static final LifecycleRules CORRECT = new LifecycleRules.Correct();

  /** The record that stands is remembered wrongly when a word comes. */
  static RuleDefect altersHistory(
      String name, BiFunction<LedgerRecord, VerifiedEvent, LedgerRecord> memory) {
    return misperceives(name, memory, (record, word) -> word);
  }

  /** A word that comes to a record is heard wrongly. */
  static RuleDefect altersEvents(
      String name, BiFunction<LedgerRecord, VerifiedEvent, VerifiedEvent> hearing) {
    return misperceives(name, (record, word) -> record, hearing);
  }

  /** Both of it. */
  static RuleDefect misperceives(
      String name,
      BiFunction<LedgerRecord, VerifiedEvent, LedgerRecord> memory,
      BiFunction<LedgerRecord, VerifiedEvent, VerifiedEvent> hearing) {
    return new RuleDefect(
        name,
        new Around() {
          @Override
          public Decision decide(@Nullable LedgerRecord record, VerifiedEvent word) {
            return record == null
                ? CORRECT.decide(null, word)
                : CORRECT.decide(memory.apply(record, word), hearing.apply(record, word));
          }
        });
  }

  /** What a word made of a record is written wrongly. */
  static RuleDefect altersRecords(String name, UnaryOperator<LedgerRecord> writing) {
    return new RuleDefect(
        name,
        new Around() {
          @Override
          public Decision decide(@Nullable LedgerRecord record, VerifiedEvent word) {
            return rewritten(CORRECT.decide(record, word), writing);
          }
        });
  }

  /** A claim is taken for something else. */
  static RuleDefect altersUnverified(
      String name, BiFunction<@Nullable LedgerRecord, UnverifiedEvent, Decision> unverifiedEvent) {
    return new RuleDefect(
        name,
        new Around() {
          @Override
          public Decision decideUnverified(@Nullable LedgerRecord record, UnverifiedEvent claimed) {
            return unverifiedEvent.apply(record, claimed);
          }
        });
  }

  @Override
  public String toString() {
    return name;
  }

  private static Decision rewritten(Decision decision, UnaryOperator<LedgerRecord> writing) {
    return switch (decision) {
      case Decision.Conflict(LedgerRecord next) -> new Decision.Conflict(writing.apply(next));
      case Decision.Unrecognized(LedgerRecord next) ->
          new Decision.Unrecognized(writing.apply(next));
      case Decision.StateChanged(LedgerRecord next) ->
          new Decision.StateChanged(writing.apply(next));
      case Decision.FieldsUpdated(LedgerRecord next) ->
          new Decision.FieldsUpdated(writing.apply(next));
      case Decision.Unverified(LedgerRecord next) -> new Decision.Unverified(writing.apply(next));
      case Decision.MetadataOnly(LedgerRecord next) ->
          new Decision.MetadataOnly(writing.apply(next));
      case Decision.Duplicate(), Decision.Stale(), Decision.Erased() -> decision;
    };
  }

  /** Sound in everything that is not overridden. */
  private interface Around extends LifecycleRules {
    @Override
    default Decision decide(@Nullable LedgerRecord record, VerifiedEvent word) {
      return CORRECT.decide(record, word);
    }

    @Override
    default Decision decideUnverified(
        @Nullable LedgerRecord record, UnverifiedEvent unverifiedEvent) {
      return CORRECT.decideUnverified(record, unverifiedEvent);
    }
  }
}
