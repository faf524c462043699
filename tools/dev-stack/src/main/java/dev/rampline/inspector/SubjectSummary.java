package dev.rampline.inspector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.event.Field;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Tombstone;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The data of a subject that the page lists and searches. */
final class SubjectSummary {
  private static final List<Field> IDS =
      List.of(
          Field.ORDER_ID,
          Field.PARTNER_ORDER_ID,
          Field.TRANSACTION_HASH,
          Field.WALLET_ADDRESS,
          Field.FROM_WALLET_ADDRESS,
          Field.PARTNER_CUSTOMER_ID,
          Field.PARTNER_USER_ID,
          Field.USER_ID);

  private SubjectSummary() {}

  static ObjectNode of(Entry entry, Map<String, Integer> counts, Set<String> traces) {
    ObjectNode json =
        JsonNodes.object()
            .put("subject", entry.subject().text())
            .put("kind", entry.subject().kind().text())
            .put("version", entry.version())
            .put("changedAt", entry.revision().updatedAt().toString());
    switch (entry) {
      case LedgerRecord record -> putRecord(record, traces, json);
      case Tombstone _ -> putErased(json);
    }
    ObjectNode counted = json.putObject("counts");
    counts.forEach(counted::put);
    return json;
  }

  private static void putErased(ObjectNode json) {
    json.put("state", "erased");
    Stream.of("side", "amount", "counter", "conflict", "nextCheckAt").forEach(json::putNull);
    Stream.of("unverified", "unrecognized", "ids").forEach(json::putArray);
    json.put("backfill", false);
  }

  private static void putRecord(LedgerRecord record, Set<String> traces, ObjectNode json) {
    Map<String, String> fields = record.fields().plainValues();
    json.put("state", record.state().text())
        .put("side", fields.get(Field.SIDE.text()))
        .put("amount", amount(fields, Field.FIAT_AMOUNT, Field.FIAT_CURRENCY))
        .put("counter", amount(fields, Field.CRYPTO_AMOUNT, Field.CRYPTO_CURRENCY))
        .put("nextCheckAt", JsonNodes.text(record.pendingChecks().nextCheckAt()))
        .put("backfill", record.lastChange().metadata().backfill());
    json.set("conflict", InspectorEvent.conflict(record.terminalStates().conflict()));
    json.set(
        "unverified",
        JsonNodes.texts(
            record.pendingChecks().unverifiedEvents().stream()
                .map(event -> event.state().text())
                .toList()));
    json.set("unrecognized", JsonNodes.texts(record.pendingChecks().unrecognized().terms()));
    json.set("ids", JsonNodes.texts(ids(fields, traces)));
  }

  private static @Nullable String amount(Map<String, String> fields, Field amount, Field currency) {
    String number = fields.get(amount.text());
    return number == null
        ? null
        : (number + " " + fields.getOrDefault(currency.text(), "")).strip();
  }

  private static Set<String> ids(Map<String, String> fields, Set<String> traces) {
    Set<String> ids = new LinkedHashSet<>();
    IDS.stream().map(field -> fields.get(field.text())).filter(Objects::nonNull).forEach(ids::add);
    ids.addAll(traces);
    return ids;
  }
}
