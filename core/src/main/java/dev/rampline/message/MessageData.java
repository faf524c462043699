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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The {@code data} member of a message: the record's complete current state ({@code
 * docs/architecture.md#message}).
 */
final class MessageData {
  private static final Set<Field> KYC_FIELDS =
      EnumSet.of(Field.PARTNER_CUSTOMER_ID, Field.PARTNER_USER_ID, Field.USER_ID);

  /** The members of {@code fees}. */
  private static final SortedMap<String, Field> FEES =
      new TreeMap<>(
          Map.of(
              "network", Field.NETWORK_FEE,
              "partner", Field.PARTNER_FEE,
              "provider", Field.PROVIDER_FEE,
              "total", Field.TOTAL_FEE));

  private static final Set<Field> ORDER_FIELDS =
      EnumSet.complementOf(
          EnumSet.of(
              Field.PARTNER_CUSTOMER_ID,
              Field.PARTNER_USER_ID,
              Field.USER_ID,
              Field.NETWORK_FEE,
              Field.PARTNER_FEE,
              Field.PROVIDER_FEE,
              Field.TOTAL_FEE));

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
        .with("channel", last.metadata().channel().text())
        .with("trust", last.metadata().trust().text())
        .with("occurredAt", last.occurredAt())
        .with("receivedAt", last.metadata().receivedAt())
        .with("version", record.version())
        .with("confirmedAt", record.content().confirmedAt())
        .with("conflict", conflict(record.terminalStates().conflict()))
        .with("unverified", unverifiedEvents(record.pendingChecks().unverifiedEvents()))
        .with("backfill", last.metadata().backfill());
  }

  private static void addFields(JsonObjectBuilder data, LedgerRecord record) {
    SortedMap<String, String> fields = record.content().visibleFields();
    boolean order = record.subject().kind() == Subject.Kind.ORDER;
    for (Field field : order ? ORDER_FIELDS : KYC_FIELDS) {
      data.with(field.text(), fields.get(field.text()));
    }
    JsonObjectBuilder fees = new JsonObjectBuilder();
    FEES.forEach((name, field) -> fees.with(name, fields.get(field.text())));
    if (order && !fees.isEmpty()) {
      data.with("fees", fees.build());
    }
    if (!order) {
      data.with("confirmed", record.currentStatus().confirmed());
    }
    JsonObjectBuilder extra = extra(fields);
    if (!extra.isEmpty()) {
      data.with("extra", extra.build());
    }
  }

  private static JsonObjectBuilder extra(SortedMap<String, String> fields) {
    JsonObjectBuilder extra = new JsonObjectBuilder();
    fields.entrySet().stream()
        .filter(field -> field.getKey().startsWith(EventFields.EXTRA_PREFIX))
        .forEach(field -> extra.with(nameOf(field), field.getValue()));
    return extra;
  }

  private static String nameOf(Map.Entry<String, String> extraField) {
    return extraField.getKey().substring(EventFields.EXTRA_PREFIX.length());
  }

  private static Json conflict(@Nullable TerminalStateConflict conflict) {
    if (conflict == null) {
      return new Json.Null();
    }
    State provider = conflict.providerState();
    State resolved = conflict.resolvedState();
    List<Json> states = conflict.terminalStates().stream().<Json>map(MessageData::json).toList();
    return new JsonObjectBuilder()
        .with("terminalStates", new Json.Arr(states))
        .with("providerState", text(provider))
        .with("resolvedState", resolved == null ? new Json.Null() : json(resolved))
        .build();
  }

  private static Json unverifiedEvents(List<PendingUnverifiedEvent> unverifiedEvents) {
    return new Json.Arr(unverifiedEvents.stream().<Json>map(MessageData::unverifiedEvent).toList());
  }

  private static Json.Obj unverifiedEvent(PendingUnverifiedEvent unverifiedEvent) {
    return new JsonObjectBuilder()
        .with("state", unverifiedEvent.state().text())
        .with("channel", unverifiedEvent.channel().text())
        .with("receivedAt", unverifiedEvent.receivedAt())
        .build();
  }

  private static Json.Text json(State state) {
    return new Json.Text(state.text());
  }

  private static @Nullable String text(@Nullable State state) {
    return state == null ? null : state.text();
  }
}
