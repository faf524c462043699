package dev.rampline.message;

import dev.rampline.event.Channel;
import dev.rampline.event.EventFields;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.StatusReport;
import dev.rampline.event.Subject;
import dev.rampline.event.TraceContext;
import dev.rampline.event.TrustLevel;
import dev.rampline.event.UnverifiedEvent;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.lifecycle.Lifecycle;
import dev.rampline.lifecycle.LookupScope;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Records made by the state transition rules, one for each kind of message. */
final class MessageRecords {
  static final Subject ORDER = Subject.order("o-1");
  static final Subject CUSTOMER = Subject.customer("c-1");
  static final Instant AT = Instant.parse("2024-01-15T10:32:15Z");
  static final TraceContext TRACE =
      new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", 1);

  private MessageRecords() {}

  static Stream<LedgerRecord> all() {
    return Stream.concat(everyState(), everyShape());
  }

  /** A record in each state that an event with only a status leads to. */
  private static Stream<LedgerRecord> everyState() {
    return Stream.of(State.values())
        .filter(state -> state != State.UNKNOWN && state != State.REFUNDED)
        .map(
            state ->
                recordOf(event(state.compareTo(State.REFUNDED) < 0 ? ORDER : CUSTOMER, state)));
  }

  private static Stream<LedgerRecord> everyShape() {
    return Stream.of(
        paid(),
        failed(),
        confirmed(),
        contradicted(),
        openConflict(),
        resolvedConflict(),
        recordOf(refund()),
        recordOf(new VerifiedEvent(ORDER, unrecognizedStatus(), EventFields.NONE, null, webhook())),
        unverified(),
        approved());
  }

  static LedgerRecord paid() {
    Map<String, String> values =
        Map.ofEntries(
            Map.entry("orderId", "o-1"),
            Map.entry("partnerOrderId", "p-ü"),
            Map.entry("side", "SELL"),
            Map.entry("fiatAmount", "100"),
            Map.entry("fiatCurrency", "EUR"),
            Map.entry("cryptoAmount", "-0.045"),
            Map.entry("cryptoCurrency", "ETH"),
            Map.entry("networkFee", "0.83"),
            Map.entry("partnerFee", "1"),
            Map.entry("providerFee", "2.99"),
            Map.entry("totalFee", "4.82"),
            Map.entry("exchangeRate", "0.00045231"),
            Map.entry("network", "ethereum"),
            Map.entry("walletAddress", "0x1"),
            Map.entry("fromWalletAddress", "0x2"),
            Map.entry("transactionHash", "0x3"),
            Map.entry("paymentMethod", "card"),
            Map.entry("failureReason", "none"),
            Map.entry("errorCode", "7"),
            Map.entry("cancelledBy", "user"),
            Map.entry("createdAt", "2024-01-15T10:30:00Z"),
            Map.entry("completedAt", "2024-01-15T10:32:15Z"),
            Map.entry("extra.tier", "gold"),
            Map.entry("extra.campaign", "\uD83D\uDE00"));
    EventFields fields = new EventFields(values, Set.of("lead"));
    StatusReport report =
        new StatusReport(State.COMPLETED, null, null, "ORDER_COMPLETED", "Completed");
    VerifiedEvent completed = new VerifiedEvent(ORDER, report, fields, AT, webhook());
    return recordOf(event(ORDER, State.PROCESSING), completed);
  }

  static LedgerRecord openConflict() {
    return recordOf(event(ORDER, State.CANCELLED), event(ORDER, State.COMPLETED));
  }

  static LedgerRecord resolvedConflict() {
    return recordOf(
        event(ORDER, State.CANCELLED),
        event(ORDER, State.COMPLETED),
        fetched(State.COMPLETED, AT, 2L));
  }

  private static LedgerRecord failed() {
    EventFields fields =
        new EventFields(
            Map.of("failureReason", "declined", "errorCode", "7", "cancelledBy", "user"), Set.of());
    StatusReport report = new StatusReport(State.FAILED, null, null, "ORDER_FAILED", "FAILED");
    return recordOf(new VerifiedEvent(ORDER, report, fields, AT, webhook()));
  }

  private static LedgerRecord confirmed() {
    return recordOf(event(ORDER, State.COMPLETED), fetched(State.COMPLETED, AT, 1L));
  }

  /** The API still has an earlier state after more than 15 minutes. */
  private static LedgerRecord contradicted() {
    return recordOf(
        event(ORDER, State.COMPLETED), fetched(State.PROCESSING, AT.plusSeconds(1000), 1L));
  }

  private static VerifiedEvent fetched(State state, Instant at, long requestedAtVersion) {
    EventMetadata metadata =
        new EventMetadata(Channel.API, TrustLevel.FETCHED, at, requestedAtVersion, false, null);
    StatusReport report = new StatusReport(state, null, null, null, state.name());
    return new VerifiedEvent(ORDER, report, EventFields.NONE, null, metadata);
  }

  static LedgerRecord unverified() {
    UnverifiedEvent unverifiedEvent =
        new UnverifiedEvent(ORDER, State.COMPLETED, Channel.SOCKET, AT);
    return Lifecycle.decideUnverified(
            recordOf(event(ORDER, State.PROCESSING)), unverifiedEvent, LookupScope.CONFIRM)
        .nextRecord()
        .orElseThrow();
  }

  static LedgerRecord approved() {
    EventFields ids =
        new EventFields(
            Map.of("partnerCustomerId", "c-1", "partnerUserId", "p", "userId", "u"), Set.of());
    StatusReport report = new StatusReport(State.APPROVED, null, null, "KYC_APPROVED", "APPROVED");
    return recordOf(
        event(CUSTOMER, State.SUBMITTED),
        new VerifiedEvent(CUSTOMER, report, ids, null, webhook()));
  }

  static LedgerRecord recordOf(VerifiedEvent... events) {
    LedgerRecord record = null;
    for (VerifiedEvent event : events) {
      record = Lifecycle.decide(record, event, LookupScope.CONFIRM).nextRecord().orElse(record);
    }
    return Objects.requireNonNull(record);
  }

  static VerifiedEvent event(Subject subject, State state) {
    StatusReport report = new StatusReport(state, null, null, "EVENT", state.name());
    return new VerifiedEvent(subject, report, EventFields.NONE, AT.minusSeconds(60), webhook());
  }

  private static VerifiedEvent refund() {
    StatusReport report =
        new StatusReport(State.REFUNDED, State.FAILED, null, "ORDER_REFUNDED", "FAILED");
    return new VerifiedEvent(ORDER, report, EventFields.NONE, AT, webhook());
  }

  private static StatusReport unrecognizedStatus() {
    return new StatusReport(State.UNKNOWN, null, "VANISHED", null, "VANISHED");
  }

  private static EventMetadata webhook() {
    return EventMetadata.ofWebhook(AT.plusMillis(731), TRACE);
  }
}
