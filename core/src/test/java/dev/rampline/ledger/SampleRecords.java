package dev.rampline.ledger;

import dev.rampline.observation.Authenticity;
import dev.rampline.observation.Channel;
import dev.rampline.observation.State;
import dev.rampline.observation.Subject;
import dev.rampline.observation.TraceContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Records as tests want them. */
public final class SampleRecords {
  private static final Instant START = Instant.parse("2026-03-01T10:30:00.125Z");
  private static final List<State> WAY =
      List.of(
          State.AWAITING_PAYMENT,
          State.PAYMENT_CLAIMED,
          State.PROCESSING,
          State.DELIVERING,
          State.COMPLETED);

  private SampleRecords() {}

  /** A subject that no other test has. */
  public static Subject freshOrder() {
    return Subject.order(UUID.randomUUID().toString());
  }

  /** The first record of a subject, with next to nothing in it. */
  public static LedgerRecord first(Subject subject) {
    return new LedgerRecord(
        subject,
        new Revision(1, 1, List.of(), START),
        Standing.NONE,
        Finals.NONE,
        Facts.NONE,
        Concerns.NONE,
        List.of(),
        lastWord("state-changed", 0),
        Carried.NONE);
  }

  /** The same record as another write of it. */
  public static LedgerRecord at(long number, LedgerRecord record) {
    Revision old = record.revision();
    Revision other = new Revision(number, old.version(), old.writes(), old.updatedAt());
    return with(record, other, record.facts(), record.concerns());
  }

  /** The same record with other facts. */
  public static LedgerRecord with(LedgerRecord record, Facts facts) {
    return with(record, record.revision(), facts, record.concerns());
  }

  /** The same record with other concerns. */
  public static LedgerRecord with(LedgerRecord record, Concerns concerns) {
    return with(record, record.revision(), record.facts(), concerns);
  }

  /** An order that went its whole way: 5 transitions, 12 fields told by two words. */
  public static LedgerRecord typicalOrder() {
    Told delivering = new Told(50, START.plusSeconds(180), Authenticity.SIGNED);
    return new LedgerRecord(
        freshOrder(),
        new Revision(5, 5, writes(5), START.plusSeconds(240)),
        new Standing(State.DELIVERING, delivering, null, true, Set.of()),
        new Finals(List.of(new FinalState(State.COMPLETED, true)), false, null),
        Facts.of(typicalFacts(), Set.of()),
        Concerns.NONE,
        IntStream.range(0, WAY.size()).mapToObj(SampleRecords::transition).toList(),
        lastWord("state-changed", 240),
        Carried.NONE);
  }

  private static LedgerRecord with(
      LedgerRecord record, Revision revision, Facts facts, Concerns concerns) {
    return new LedgerRecord(
        record.subject(),
        revision,
        record.standing(),
        record.finals(),
        facts,
        concerns,
        record.transitions(),
        record.last(),
        record.carried());
  }

  private static Map<String, Fact> typicalFacts() {
    Told first = new Told(10, START, Authenticity.SIGNED);
    Told last = new Told(100, START.plusSeconds(240), Authenticity.SIGNED);
    Map<String, Fact> facts = new LinkedHashMap<>();
    facts.put("orderId", new Fact("6f0c2a7e-5b1d-4c7f-9a57-0d3f0f7f6a11", last));
    facts.put("partnerOrderId", new Fact("partner-order-2026-000123", last));
    facts.put("side", new Fact("BUY", first));
    facts.put("fiatAmount", new Fact("100", last));
    facts.put("fiatCurrency", new Fact("EUR", last));
    facts.put("cryptoAmount", new Fact("0.045231", last));
    facts.put("cryptoCurrency", new Fact("ETH", last));
    facts.put("network", new Fact("ethereum", last));
    facts.put("walletAddress", new Fact("0x71C7656EC7ab88b098defB751B7401B5f6d8976F", last));
    facts.put("paymentMethod", new Fact("credit_debit_card", first));
    facts.put("createdAt", new Fact("2026-03-01T10:30:00Z", last));
    facts.put("completedAt", new Fact("2026-03-01T10:34:00Z", last));
    return facts;
  }

  private static Transition transition(int step) {
    Instant at = START.plusSeconds(60L * step);
    return new Transition(WAY.get(step), step + 1, Channel.WEBHOOK, at, at.plusMillis(731));
  }

  private static LastWord lastWord(String decision, int seconds) {
    Instant at = START.plusSeconds(seconds);
    return new LastWord(
        decision,
        seconds == 0 ? null : State.DELIVERING,
        "ORDER_COMPLETED",
        "COMPLETED",
        Channel.WEBHOOK,
        Authenticity.SIGNED,
        at,
        at.plusMillis(731),
        false,
        new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", 1));
  }

  private static List<UUID> writes(int count) {
    return IntStream.range(0, count).mapToObj(any -> UUID.randomUUID()).toList();
  }
}
