package dev.rampline.message;

import dev.rampline.ledger.LedgerRecord;
import dev.rampline.lifecycle.Lifecycle;
import dev.rampline.observation.Authenticity;
import dev.rampline.observation.Channel;
import dev.rampline.observation.Claim;
import dev.rampline.observation.Details;
import dev.rampline.observation.Observation;
import dev.rampline.observation.Reception;
import dev.rampline.observation.State;
import dev.rampline.observation.Subject;
import dev.rampline.observation.TraceContext;
import dev.rampline.observation.Word;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Records as the life cycle makes them, one for every kind of thing that a message can say. */
final class Stories {
  static final Subject ORDER = Subject.order("o-1");
  static final Subject CUSTOMER = Subject.customer("c-1");
  static final Instant AT = Instant.parse("2024-01-15T10:32:15Z");
  static final TraceContext TRACE =
      new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", 1);

  private Stories() {}

  static Stream<LedgerRecord> all() {
    return Stream.of(
        told(word(ORDER, State.AWAITING_PAYMENT)),
        paid(),
        openConflict(),
        settledConflict(),
        told(refund()),
        told(new Observation(ORDER, vanished(), Details.NONE, null, webhook())),
        claimed(),
        told(word(CUSTOMER, State.SUBMITTED)),
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
    Details details = new Details(values, Set.of("lead"));
    Word word = new Word(State.COMPLETED, null, null, "ORDER_COMPLETED", "Completed");
    Observation completed = new Observation(ORDER, word, details, AT, webhook());
    return told(word(ORDER, State.PROCESSING), completed);
  }

  static LedgerRecord openConflict() {
    return told(word(ORDER, State.CANCELLED), word(ORDER, State.COMPLETED));
  }

  static LedgerRecord settledConflict() {
    Reception fetched = new Reception(Channel.API, Authenticity.FETCHED, AT, 2L, false, null);
    Word word = new Word(State.COMPLETED, null, null, null, "COMPLETED");
    return told(
        word(ORDER, State.CANCELLED),
        word(ORDER, State.COMPLETED),
        new Observation(ORDER, word, Details.NONE, null, fetched));
  }

  static LedgerRecord claimed() {
    Claim claim = new Claim(ORDER, State.COMPLETED, Channel.SOCKET, AT);
    return Lifecycle.claim(told(word(ORDER, State.PROCESSING)), claim).next().orElseThrow();
  }

  static LedgerRecord approved() {
    Details ids =
        new Details(
            Map.of("partnerCustomerId", "c-1", "partnerUserId", "p", "userId", "u"), Set.of());
    Word word = new Word(State.APPROVED, null, null, "KYC_APPROVED", "APPROVED");
    return told(
        word(CUSTOMER, State.SUBMITTED), new Observation(CUSTOMER, word, ids, null, webhook()));
  }

  static LedgerRecord told(Observation... observations) {
    LedgerRecord record = null;
    for (Observation observation : observations) {
      record = Lifecycle.decide(record, observation).next().orElse(record);
    }
    return Objects.requireNonNull(record);
  }

  static Observation word(Subject subject, State state) {
    Word word = new Word(state, null, null, "EVENT", state.name());
    return new Observation(subject, word, Details.NONE, AT.minusSeconds(60), webhook());
  }

  private static Observation refund() {
    Word word = new Word(State.REFUNDED, State.FAILED, null, "ORDER_REFUNDED", "FAILED");
    return new Observation(ORDER, word, Details.NONE, AT, webhook());
  }

  private static Word vanished() {
    return new Word(State.UNKNOWN, null, "VANISHED", null, "VANISHED");
  }

  private static Reception webhook() {
    return Reception.ofWebhook(AT.plusMillis(731), TRACE);
  }
}
