package dev.rampline.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import dev.rampline.event.Subject;
import dev.rampline.ingest.InMemoryPublisher;
import dev.rampline.ingest.Ingest;
import dev.rampline.json.Json;
import dev.rampline.ledger.InMemoryLedger;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.RandomRecords;
import dev.rampline.message.MessageComposer;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Any socket message on any record creates at most an unverified event ({@code
 * docs/architecture.md#unverified-events}).
 */
class HostileSocketTest {
  private static final long SEED = Long.getLong("rampline.seed", 20_260_301L);
  private static final Deadline SOON =
      Deadline.after(Duration.ofMinutes(1), InstantSource.system());
  private static final List<String> NAMES =
      List.of("order:update", "PONG", "KYC_STATUS_CHANGED", "ORDER_REFUNDED", "", "message");
  private static final List<String> MEMBERS =
      List.of(
          "event",
          "eventName",
          "eventID",
          "orderId",
          "id",
          "_id",
          "userId",
          "partnerCustomerId",
          "status",
          "newStatus",
          "kycStatus",
          "data",
          "webhookData",
          "txHash",
          "amount",
          "reason",
          "fiatAmount",
          "timestamp",
          "conflict",
          "trust");
  private static final List<String> TERMS =
      List.of(
          "COMPLETED",
          "ORDER_FAILED",
          "ORDER_REFUNDED",
          "EXPIRED",
          "PROCESSING",
          "APPROVED",
          "KYC_REJECTED",
          "RETRY",
          "MYSTERY",
          "",
          " ",
          "\ud83d",
          "x".repeat(5_000),
          "o-1",
          "c-1");

  @Test
  void anyMessage_onAnyRecord_changesNeitherStateNorFields() {
    qt().withFixedSeed(SEED)
        .withExamples(3_000)
        .forAll(integers().all())
        .checkAssert(HostileSocketTest::assertAtMostOneUnverifiedEvent);
  }

  private static void assertAtMostOneUnverifiedEvent(int seed) {
    Random random = new Random(seed);
    SocketDecodingResult result =
        new SocketDecoder().decode(any(NAMES, random), object(random, 2), Instant.EPOCH);
    if (result instanceof SocketDecodingResult.Update update) {
      Subject subject = update.event().subject();
      LedgerRecord before = new RandomRecords(random).first(subject);
      InMemoryLedger ledger = new InMemoryLedger();
      ledger.write(before, SOON);
      ingest(ledger).ingest(update.event(), SOON);
      assertSameStateAndFields(
          before, (LedgerRecord) ledger.read(subject, Consistency.STRONG, SOON).orElseThrow());
    }
  }

  private static void assertSameStateAndFields(LedgerRecord before, LedgerRecord after) {
    assertThat(after.state()).isEqualTo(before.state());
    assertThat(after.currentStatus()).isEqualTo(before.currentStatus());
    assertThat(after.terminalStates()).isEqualTo(before.terminalStates());
    assertThat(after.fields().values()).isEqualTo(before.fields().values());
    assertThat(after.transitions()).isEqualTo(before.transitions());
  }

  private static Ingest ingest(InMemoryLedger ledger) {
    MessageComposer composer = new MessageComposer("test");
    return new Ingest(
        ledger,
        new InMemoryPublisher(),
        composer,
        Duration.ofMinutes(1),
        new Random(1),
        sleeper -> {});
  }

  private static Json.Obj object(Random random, int depth) {
    Map<String, Json> members = new LinkedHashMap<>();
    for (int member = random.nextInt(7); member > 0; member--) {
      members.put(any(MEMBERS, random), value(random, depth));
    }
    return new Json.Obj(members);
  }

  private static Json value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 6 : 8)) {
      case 0 -> new Json.Num(Long.toString(random.nextLong()));
      case 1 -> new Json.Null();
      case 2 -> new Json.Bool(random.nextBoolean());
      case 6 -> object(random, depth - 1);
      case 7 -> new Json.Arr(List.of(object(random, depth - 1)));
      default -> new Json.Text(any(TERMS, random));
    };
  }

  private static <T> T any(List<T> choice, Random random) {
    return choice.get(random.nextInt(choice.size()));
  }
}
