package dev.rampline.lifecycle;

import dev.rampline.ledger.LedgerRecord;
import dev.rampline.observation.Claim;
import dev.rampline.observation.Observation;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A mistake planted around sound rules, in what they remember, hear or record. */
record Defect(String name, Rules rules) {
  private static final Rules SOUND = new Rules.Sound();

  /** The record that stands is remembered wrongly when a word comes. */
  static Defect misremembers(
      String name, BiFunction<LedgerRecord, Observation, LedgerRecord> memory) {
    return misperceives(name, memory, (record, word) -> word);
  }

  /** A word that comes to a record is heard wrongly. */
  static Defect mishears(String name, BiFunction<LedgerRecord, Observation, Observation> hearing) {
    return misperceives(name, (record, word) -> record, hearing);
  }

  /** Both of it. */
  static Defect misperceives(
      String name,
      BiFunction<LedgerRecord, Observation, LedgerRecord> memory,
      BiFunction<LedgerRecord, Observation, Observation> hearing) {
    return new Defect(
        name,
        new Around() {
          @Override
          public Decision decide(@Nullable LedgerRecord record, Observation word) {
            return record == null
                ? SOUND.decide(null, word)
                : SOUND.decide(memory.apply(record, word), hearing.apply(record, word));
          }
        });
  }

  /** What a word made of a record is written wrongly. */
  static Defect misrecords(String name, UnaryOperator<LedgerRecord> writing) {
    return new Defect(
        name,
        new Around() {
          @Override
          public Decision decide(@Nullable LedgerRecord record, Observation word) {
            return rewritten(SOUND.decide(record, word), writing);
          }
        });
  }

  /** A claim is taken for something else. */
  static Defect misjudges(String name, BiFunction<@Nullable LedgerRecord, Claim, Decision> claim) {
    return new Defect(
        name,
        new Around() {
          @Override
          public Decision claim(@Nullable LedgerRecord record, Claim claimed) {
            return claim.apply(record, claimed);
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
      case Decision.Unrecognised(LedgerRecord next) ->
          new Decision.Unrecognised(writing.apply(next));
      case Decision.Advanced(LedgerRecord next) -> new Decision.Advanced(writing.apply(next));
      case Decision.Enriched(LedgerRecord next) -> new Decision.Enriched(writing.apply(next));
      case Decision.Claimed(LedgerRecord next) -> new Decision.Claimed(writing.apply(next));
      case Decision.Noted(LedgerRecord next) -> new Decision.Noted(writing.apply(next));
      case Decision.Duplicate(), Decision.Stale(), Decision.Forgotten() -> decision;
    };
  }

  /** Sound in everything that is not overridden. */
  private interface Around extends Rules {
    @Override
    default Decision decide(@Nullable LedgerRecord record, Observation word) {
      return SOUND.decide(record, word);
    }

    @Override
    default Decision claim(@Nullable LedgerRecord record, Claim claim) {
      return SOUND.claim(record, claim);
    }
  }
}
