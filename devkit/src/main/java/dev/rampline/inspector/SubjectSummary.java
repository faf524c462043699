package dev.rampline.inspector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.event.Field;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.TerminalStateConflict;
import dev.rampline.ledger.Tombstone;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the page's list shows of a subject, and what a search may hit. */
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
    ObjectNode told =
        JsonNodes.object()
            .put("subject", entry.subject().text())
            .put("kind", entry.subject().kind().text())
            .put("version", entry.version())
            .put("changedAt", entry.revision().updatedAt().toString());
    switch (entry) {
      case LedgerRecord record -> putRecord(record, traces, told);
      case Tombstone _ -> putErased(told);
    }
    ObjectNode counted = told.putObject("counts");
    counts.forEach(counted::put);
    return told;
  }

  private static void putErased(ObjectNode told) {
    told.put("state", "erased").put("erased", true).put("waiting", false);
    Stream.of("channel", "decision", "side", "amount", "counter", "conflict")
        .forEach(told::putNull);
    Stream.of("claims", "unrecognized", "ids").forEach(told::putArray);
    told.put("backfill", false);
  }

  private static void putRecord(LedgerRecord record, Set<String> traces, ObjectNode told) {
    Map<String, String> facts = record.fields().plainValues();
    told.put("state", record.state().text())
        .put("channel", record.lastChange().channel().text())
        .put("decision", record.lastChange().decision())
        .put("side", facts.get(Field.SIDE.text()))
        .put("amount", amount(facts, Field.FIAT_AMOUNT, Field.FIAT_CURRENCY))
        .put("counter", amount(facts, Field.CRYPTO_AMOUNT, Field.CRYPTO_CURRENCY))
        .put("conflict", conflict(record.terminalStates().conflict()))
        .put("waiting", record.pendingChecks().nextCheckAt() != null)
        .put("erased", false)
        .put("backfill", record.lastChange().backfill());
    told.set(
        "claims",
        JsonNodes.texts(
            record.pendingChecks().unverifiedEvents().stream()
                .map(claim -> claim.state().text())
                .toList()));
    told.set("unrecognized", JsonNodes.texts(record.pendingChecks().unrecognized().terms()));
    told.set("ids", JsonNodes.texts(ids(facts, traces)));
  }

  private static @Nullable String amount(Map<String, String> facts, Field amount, Field currency) {
    String number = facts.get(amount.text());
    return number == null ? null : (number + " " + facts.getOrDefault(currency.text(), "")).strip();
  }

  private static @Nullable String conflict(@Nullable TerminalStateConflict conflict) {
    if (conflict == null) {
      return null;
    }
    return conflict.isOpen() ? "open" : "settled";
  }

  private static Set<String> ids(Map<String, String> facts, Set<String> traces) {
    Set<String> ids = new LinkedHashSet<>();
    IDS.stream().map(field -> facts.get(field.text())).filter(Objects::nonNull).forEach(ids::add);
    ids.addAll(traces);
    return ids;
  }
}
