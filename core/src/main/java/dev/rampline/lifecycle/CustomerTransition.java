package dev.rampline.lifecycle;

import dev.rampline.event.Subject;
import dev.rampline.ledger.FieldValues;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.RecordContent;
import dev.rampline.ledger.Revision;
import dev.rampline.ledger.UnknownAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Derives the decision on each record of a customer. Their states and versions stay equal: if one
 * gets a new version, all do.
 */
final class CustomerTransition {
  private final CustomerGroup group;
  private final ChangeSource source;

  CustomerTransition(CustomerGroup group, ChangeSource source) {
    this.group = group;
    this.source = source;
  }

  /**
   * @param nothing the decision on a record that does not change
   */
  CustomerDecision decide(RecordContent before, RecordContent after, Decision nothing) {
    boolean isJoined = CustomerJoin.isJoined(group);
    boolean isChanged =
        !isJoined || !CustomerJoin.shared(after).equals(CustomerJoin.shared(before));
    Map<Subject, RecordTransition> transitions = new LinkedHashMap<>();
    group.stateSubjects().forEach(id -> transitions.put(id, transition(id, after)));
    boolean hasNewVersion =
        isChanged
            && (!isJoined
                || transitions.values().stream().anyMatch(it -> it.decision().hasNewVersion()));
    Map<Subject, Decision> decisions = new LinkedHashMap<>();
    transitions.forEach(
        (id, transition) ->
            decisions.put(
                id,
                isChanged || hasNewAliases(id) ? decision(transition, hasNewVersion) : nothing));
    group.aliasSubjects().stream()
        .filter(this::hasNewAliases)
        .forEach(id -> decisions.put(id, withAliases(id)));
    return new CustomerDecision(group.subject(), decisions);
  }

  private static Decision decision(RecordTransition transition, boolean hasNewVersion) {
    Decision decision = transition.decision();
    return hasNewVersion && !decision.hasNewVersion() ? transition.forceVersion() : decision;
  }

  private RecordTransition transition(Subject id, RecordContent after) {
    LedgerRecord record = group.find(id).orElse(null);
    return new RecordTransition(
        record,
        record == null ? RecordContent.empty(Subject.Kind.KYC) : record.content(),
        after.withAliases(group.aliases(id)),
        source.about(id),
        group.version());
  }

  private boolean hasNewAliases(Subject id) {
    FieldValues fields = group.find(id).map(LedgerRecord::fields).orElse(FieldValues.NONE);
    return !fields.withAliases(group.aliases(id)).aliases().equals(fields.aliases());
  }

  /** Returns the record with its new aliases alone; a new record has no version and no message. */
  private Decision withAliases(Subject id) {
    LedgerRecord record = group.find(id).orElse(null);
    if (record == null) {
      return new Decision.MetadataOnly(firstAliases(id));
    }
    RecordContent before = record.content();
    RecordContent after = before.withAliases(group.aliases(id));
    return new RecordTransition(record, before, after, source.about(id)).withoutVersion();
  }

  private LedgerRecord firstAliases(Subject id) {
    return new LedgerRecord(
        id,
        new Revision(1, 0, List.of(), source.metadata().receivedAt()),
        RecordContent.empty(Subject.Kind.KYC).withAliases(group.aliases(id)),
        List.of(),
        source.lastChange(DecisionName.METADATA_ONLY.text(), null),
        UnknownAttributes.NONE);
  }
}
