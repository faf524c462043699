package dev.rampline.lifecycle;

import dev.rampline.event.UnverifiedEvent;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.LedgerRecord;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A defect injected into correct rules: it alters the record, the event, or the result. */
record RuleDefect(String name, LifecycleRules rules) {
  private static final LifecycleRules CORRECT = new LifecycleRules.Correct();

  /** Alters the current record before a decision. */
  static RuleDefect altersHistory(
      String name, BiFunction<LedgerRecord, VerifiedEvent, LedgerRecord> recordChange) {
    return altersBoth(name, recordChange, (record, event) -> event);
  }

  /** Alters the event before a decision. */
  static RuleDefect altersEvents(
      String name, BiFunction<LedgerRecord, VerifiedEvent, VerifiedEvent> eventChange) {
    return altersBoth(name, (record, event) -> record, eventChange);
  }

  /** Alters both. */
  static RuleDefect altersBoth(
      String name,
      BiFunction<LedgerRecord, VerifiedEvent, LedgerRecord> recordChange,
      BiFunction<LedgerRecord, VerifiedEvent, VerifiedEvent> eventChange) {
    return new RuleDefect(
        name,
        new DelegatingRules() {
          @Override
          public Decision decide(@Nullable LedgerRecord record, VerifiedEvent event) {
            return record == null
                ? CORRECT.decide(null, event)
                : CORRECT.decide(
                    recordChange.apply(record, event), eventChange.apply(record, event));
          }
        });
  }

  /** Alters the record that a decision writes. */
  static RuleDefect altersRecords(String name, UnaryOperator<LedgerRecord> change) {
    return new RuleDefect(
        name,
        new DelegatingRules() {
          @Override
          public Decision decide(@Nullable LedgerRecord record, VerifiedEvent event) {
            return rewritten(CORRECT.decide(record, event), change);
          }
        });
  }

  /** Replaces the decision on an unverified event. */
  static RuleDefect altersUnverified(
      String name, BiFunction<@Nullable LedgerRecord, UnverifiedEvent, Decision> rule) {
    return new RuleDefect(
        name,
        new DelegatingRules() {
          @Override
          public Decision decideUnverified(@Nullable LedgerRecord record, UnverifiedEvent event) {
            return rule.apply(record, event);
          }
        });
  }

  @Override
  public String toString() {
    return name;
  }

  private static Decision rewritten(Decision decision, UnaryOperator<LedgerRecord> change) {
    return switch (decision) {
      case Decision.Conflict(LedgerRecord next) -> new Decision.Conflict(change.apply(next));
      case Decision.Unrecognized(LedgerRecord next) ->
          new Decision.Unrecognized(change.apply(next));
      case Decision.StateChanged(LedgerRecord next) ->
          new Decision.StateChanged(change.apply(next));
      case Decision.FieldsUpdated(LedgerRecord next) ->
          new Decision.FieldsUpdated(change.apply(next));
      case Decision.Unverified(LedgerRecord next) -> new Decision.Unverified(change.apply(next));
      case Decision.MetadataOnly(LedgerRecord next) ->
          new Decision.MetadataOnly(change.apply(next));
      case Decision.Duplicate(), Decision.Stale(), Decision.Erased() -> decision;
    };
  }

  /** Delegates to the correct rules by default. */
  private interface DelegatingRules extends LifecycleRules {
    @Override
    default Decision decide(@Nullable LedgerRecord record, VerifiedEvent event) {
      return CORRECT.decide(record, event);
    }

    @Override
    default Decision decideUnverified(
        @Nullable LedgerRecord record, UnverifiedEvent unverifiedEvent) {
      return CORRECT.decideUnverified(record, unverifiedEvent);
    }
  }
}
