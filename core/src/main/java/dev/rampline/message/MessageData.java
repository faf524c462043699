package dev.rampline.message;

import dev.rampline.event.EventFields;
import dev.rampline.event.Field;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.json.Json;
import dev.rampline.json.JsonObjectBuilder;
import dev.rampline.ledger.LastChange;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.PendingUnverifiedEvent;
import dev.rampline.ledger.TerminalStateConflict;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The whole current state of a record, as consumers read it (design §5). */
final class MessageData {
  /**
   * How many extra fields a message carries, the first in natural order. A setting lists fewer, but
   * a record keeps what earlier settings listed; with more, 1,024 characters each, all escaped, a
   * message would outgrow the queue's limit.
   */
  static final int MAX_EXTRA = 20;

  private static final Set<Field> KYC_FIELDS =
      EnumSet.of(Field.PARTNER_CUSTOMER_ID, Field.PARTNER_USER_ID, Field.USER_ID);
  private static final Set<Field> ORDER_FIELDS = EnumSet.complementOf(EnumSet.copyOf(KYC_FIELDS));

  private MessageData() {}

  static Json.Obj of(LedgerRecord record) {
    JsonObjectBuilder data = new JsonObjectBuilder();
    addStatus(data, record);
    addFields(data, record);
    return data.build();
  }

  private static void addStatus(JsonObjectBuilder data, LedgerRecord record) {
    LastChange last = record.lastChange();
    data.with("subject", record.subject().text())
        .with("kind", record.subject().kind().text())
        .with("state", record.state().text())
        .with("previousState", text(last.previousState()))
        .with("rawStatus", last.rawStatus())
        .with("eventName", last.eventName())
        .with("channel", last.channel().text())
        .with("trust", last.trust().text())
        .with("occurredAt", last.occurredAt())
        .with("receivedAt", last.receivedAt())
        .with("version", record.version())
        .with("conflict", conflict(record.terminalStates().conflict()))
        .with("unverified", unverifiedEvents(record.pendingChecks().unverifiedEvents()))
        .with("backfill", last.backfill());
  }

  private static void addFields(JsonObjectBuilder data, LedgerRecord record) {
    SortedMap<String, String> facts = record.fields().plainValues();
    boolean order = record.subject().kind() == Subject.Kind.ORDER;
    for (Field field : order ? ORDER_FIELDS : KYC_FIELDS) {
      data.with(field.text(), facts.get(field.text()));
    }
    if (!order) {
      data.with("confirmed", record.currentStatus().confirmed());
    }
    JsonObjectBuilder extra = extra(facts);
    if (!extra.isEmpty()) {
      data.with("extra", extra.build());
    }
  }

  private static JsonObjectBuilder extra(SortedMap<String, String> facts) {
    JsonObjectBuilder extra = new JsonObjectBuilder();
    facts.entrySet().stream()
        .filter(fact -> fact.getKey().startsWith(EventFields.EXTRA_PREFIX))
        .limit(MAX_EXTRA)
        .forEach(fact -> extra.with(nameOf(fact), fact.getValue()));
    return extra;
  }

  private static String nameOf(Map.Entry<String, String> extraFact) {
    return extraFact.getKey().substring(EventFields.EXTRA_PREFIX.length());
  }

  private static Json conflict(@Nullable TerminalStateConflict conflict) {
    if (conflict == null) {
      return new Json.Null();
    }
    State settled = conflict.resolvedState();
    List<Json> finals = conflict.terminalStates().stream().<Json>map(MessageData::json).toList();
    return new JsonObjectBuilder()
        .with("finals", new Json.Arr(finals))
        .with("settled", settled == null ? new Json.Null() : json(settled))
        .build();
  }

  private static Json unverifiedEvents(List<PendingUnverifiedEvent> claims) {
    return new Json.Arr(claims.stream().<Json>map(MessageData::unverifiedEvent).toList());
  }

  private static Json.Obj unverifiedEvent(PendingUnverifiedEvent claim) {
    return new JsonObjectBuilder()
        .with("state", claim.state().text())
        .with("channel", claim.channel().text())
        .with("receivedAt", claim.receivedAt())
        .build();
  }

  private static Json.Text json(State state) {
    return new Json.Text(state.text());
  }

  private static @Nullable String text(@Nullable State state) {
    return state == null ? null : state.text();
  }
}
