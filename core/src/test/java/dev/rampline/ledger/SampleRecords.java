package dev.rampline.ledger;

import dev.rampline.event.Channel;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.event.TraceContext;
import dev.rampline.event.TrustLevel;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Sample records. */
public final class SampleRecords {
  private static final Instant START = Instant.parse("2026-03-01T10:30:00.125Z");
  private static final List<State> STATES =
      List.of(
          State.AWAITING_PAYMENT,
          State.PAYMENT_CLAIMED,
          State.PROCESSING,
          State.DELIVERING,
          State.COMPLETED);

  private SampleRecords() {}

  /** Returns a subject that no other test uses. */
  public static Subject freshOrder() {
    return Subject.order(UUID.randomUUID().toString());
  }

  /** Returns a minimal first record of a subject. */
  public static LedgerRecord first(Subject subject) {
    return new LedgerRecord(
        subject,
        new Revision(1, 1, List.of(), START),
        RecordContent.empty(subject.kind()),
        List.of(),
        lastChange("state-changed", 0),
        UnknownAttributes.NONE);
  }

  /** Returns the record as a later write. */
  public static LedgerRecord at(long number, LedgerRecord record) {
    Revision old = record.revision();
    Revision other = new Revision(number, old.version(), old.writeIds(), old.updatedAt());
    return record.withRevision(other);
  }

  /** Returns the record with other fields. */
  public static LedgerRecord with(LedgerRecord record, FieldValues fields) {
    RecordContent content = record.content();
    return record.withContent(
        new RecordContent(
            content.currentStatus(), content.terminalStates(), fields, content.pendingChecks()));
  }

  /** Returns the record with other pending checks. */
  public static LedgerRecord with(LedgerRecord record, PendingChecks pendingChecks) {
    return record.withContent(record.content().withPendingChecks(pendingChecks));
  }

  /** Returns the record with other terminal states. */
  public static LedgerRecord with(LedgerRecord record, TerminalStates terminalStates) {
    RecordContent content = record.content();
    return record.withContent(
        new RecordContent(
            content.currentStatus(), terminalStates, content.fields(), content.pendingChecks()));
  }

  /** Returns a completed order with 5 transitions and with 12 fields from two events. */
  public static LedgerRecord typicalOrder() {
    FieldPrecedence delivering = new FieldPrecedence(50, START.plusSeconds(180), TrustLevel.SIGNED);
    return new LedgerRecord(
        freshOrder(),
        new Revision(5, 5, writes(5), START.plusSeconds(240)),
        new RecordContent(
            new OrderStatus(State.DELIVERING, delivering),
            new TerminalStates(
                List.of(new TerminalState(State.COMPLETED, true, null)), false, null),
            FieldValues.of(typicalFields(), Set.of()),
            PendingChecks.NONE),
        IntStream.range(0, STATES.size()).mapToObj(SampleRecords::transition).toList(),
        lastChange("state-changed", 240),
        UnknownAttributes.NONE);
  }

  private static Map<String, FieldValue> typicalFields() {
    FieldPrecedence first = new FieldPrecedence(10, START, TrustLevel.SIGNED);
    FieldPrecedence last = new FieldPrecedence(100, START.plusSeconds(240), TrustLevel.SIGNED);
    Map<String, FieldValue> fields = new LinkedHashMap<>();
    fields.put("orderId", new FieldValue("6f0c2a7e-5b1d-4c7f-9a57-0d3f0f7f6a11", last));
    fields.put("partnerOrderId", new FieldValue("partner-order-2026-000123", last));
    fields.put("side", new FieldValue("BUY", first));
    fields.put("fiatAmount", new FieldValue("100", last));
    fields.put("fiatCurrency", new FieldValue("EUR", last));
    fields.put("cryptoAmount", new FieldValue("0.045231", last));
    fields.put("cryptoCurrency", new FieldValue("ETH", last));
    fields.put("network", new FieldValue("ethereum", last));
    fields.put("walletAddress", new FieldValue("0x71C7656EC7ab88b098defB751B7401B5f6d8976F", last));
    fields.put("paymentMethod", new FieldValue("credit_debit_card", first));
    fields.put("createdAt", new FieldValue("2026-03-01T10:30:00Z", last));
    fields.put("completedAt", new FieldValue("2026-03-01T10:34:00Z", last));
    return fields;
  }

  private static Transition transition(int step) {
    Instant at = START.plusSeconds(60L * step);
    return new Transition(STATES.get(step), step + 1, Channel.WEBHOOK, at, at.plusMillis(731));
  }

  private static LastChange lastChange(String decision, int seconds) {
    Instant at = START.plusSeconds(seconds);
    return new LastChange(
        decision,
        seconds == 0 ? null : State.DELIVERING,
        "ORDER_COMPLETED",
        "COMPLETED",
        at,
        EventMetadata.ofWebhook(
            at.plusMillis(731),
            new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", 1)));
  }

  private static List<UUID> writes(int count) {
    return IntStream.range(0, count).mapToObj(any -> UUID.randomUUID()).toList();
  }
}
