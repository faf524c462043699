package dev.rampline.lifecycle;

import dev.rampline.event.EventMetadata;
import dev.rampline.event.Subject;
import dev.rampline.event.TrustLevel;
import dev.rampline.ledger.FieldValues;
import dev.rampline.ledger.KycStatus;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.RecordContent;
import dev.rampline.ledger.Revision;
import dev.rampline.ledger.UnknownAttributes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Derives the decision on each record of a customer. Their states and versions stay equal: if one
 * gets a new version, all do. But an API response confirms only the ids that it names: that the
 * others belong to the customer is known from signed events alone.
 */
final class CustomerTransition {
  private final CustomerGroup group;
  private final ChangeSource source;
  private final Set<Subject> named;
  private final LookupScope scope;

  /**
   * @param named the ids that the event names
   */
  CustomerTransition(
      CustomerGroup group, ChangeSource source, Set<Subject> named, LookupScope scope) {
    this.group = group;
    this.source = source;
    this.named = named;
    this.scope = scope;
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
    boolean isSooner =
        !Objects.equals(after.pendingChecks().nextCheckAt(), before.pendingChecks().nextCheckAt());
    Map<Subject, Decision> decisions = new LinkedHashMap<>();
    transitions.forEach(
        (id, transition) ->
            decisions.put(
                id,
                isChanged || hasNewAliases(id) || (isSooner && isRescheduled(id, transition))
                    ? decision(transition, hasNewVersion)
                    : nothing));
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
    RecordContent before =
        record == null ? RecordContent.empty(Subject.Kind.KYC) : record.content();
    return new RecordTransition(
        record,
        before,
        withOwnConfirmation(id, before, after).withAliases(group.aliases(id)),
        source(id),
        scope,
        group.version());
  }

  private ChangeSource source(Subject id) {
    return source.about(id, named.contains(id));
  }

  private RecordContent withOwnConfirmation(Subject id, RecordContent before, RecordContent after) {
    KycStatus earlier = CustomerJoin.status(before);
    KycStatus status = CustomerJoin.status(after);
    Instant known = earlier.state() == status.state() ? earlier.confirmedAt() : null;
    EventMetadata answer = source(id).metadata();
    boolean isConfirmed =
        answer.trust() == TrustLevel.FETCHED
            && status.state().isVerdict()
            && answer.receivedAt().equals(status.fetchedAt());
    return after.withCurrentStatus(
        status.withConfirmedAt(known == null && isConfirmed ? answer.receivedAt() : known));
  }

  private boolean isRescheduled(Subject id, RecordTransition transition) {
    return group
        .find(id)
        .filter(
            record ->
                !Objects.equals(record.pendingChecks().nextCheckAt(), transition.nextCheckAt()))
        .isPresent();
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
    return new RecordTransition(record, before, after, source(id), scope).withoutVersion();
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
