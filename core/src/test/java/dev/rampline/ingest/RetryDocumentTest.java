package dev.rampline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import dev.rampline.event.EventFields;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.StatusReport;
import dev.rampline.event.Subject;
import dev.rampline.event.TraceContext;
import dev.rampline.event.VerifiedEvent;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryDocumentTest {
  private static final String DOCUMENT =
      """
      {"form":"rampline-retry/1","subject":"order/1","report":{"state":"refunded",\
      "besideRefund":"completed","undocumented":"NOVEL","eventName":"ORDER_REFUNDED",\
      "rawStatus":"Completed"},"fields":{"fiatAmount":"100","network":"\\u6F22"},\
      "unknownNames":["a","b"],"occurredAt":"2026-03-01T10:00:00Z","metadata":{\
      "channel":"webhook","trust":"signed","receivedAt":"2026-03-01T10:00:01.000000002Z",\
      "backfill":false,"traceparent":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"}}""";

  @Test
  void eventWithAllMembers_isWrittenInThisFormat() {
    assertThat(RetryDocument.write(everything())).isEqualTo(DOCUMENT);
    assertThat(RetryDocument.read(DOCUMENT)).contains(everything());
  }

  @Test
  void anyEvent_isReadAsWritten() {
    qt().forAll(longs().all())
        .check(
            seed -> {
              VerifiedEvent event = anyEvent(new Random(seed));
              return RetryDocument.read(RetryDocument.write(event)).equals(Optional.of(event));
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rampline-retry/1 | rampline-retry/2",
        "\"order/1\" | \"\"",
        "\"order/1\" | 1",
        "\"refunded\" | \"delighted\"",
        "\"completed\" | \"processing\"",
        "\"NOVEL\" | null",
        "\"100\" | 100",
        "[\"a\",\"b\"] | {}",
        "2026-03-01T10:00:00Z | yesterday",
        "\"webhook\" | \"post\"",
        "\"signed\" | \"trusted\"",
        "false | \"false\"",
        "00-4bf9 | 4bf9",
        "\"subject\": | \"subjects\":",
        "\"backfill\":false, | ''",
        "\"backfill\":false, | \"backfill\":false,\"more\":1,",
        "\"eventName\" | \"name\"",
        "{\"form\" | {\"more\":1,\"form\"",
      })
  void documentWithAnInvalidMember_isRejected(String from, String to) {
    String changed = DOCUMENT.replace(from, to);

    assertThat(changed).isNotEqualTo(DOCUMENT);
    assertThat(RetryDocument.read(changed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"signed\" | \"fetched\"",
        "\"signed\" | \"unverified\"",
        "\"webhook\" | \"api\"",
        "\"webhook\" | \"socket\"",
        "\"backfill\":false | \"backfill\":true",
        "\"backfill\":false | \"backfill\":false,\"requestedAtVersion\":7",
      })
  void documentThatTheWebhookFunctionCannotHaveWritten_isRejected(String from, String to) {
    String changed = DOCUMENT.replace(from, to);

    assertThat(changed).isNotEqualTo(DOCUMENT);
    assertThat(RetryDocument.read(changed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "[]", "null", "{\"form\":\"rampline-retry/1\"}", "no", "{\"a\""})
  void otherText_isRejected(String text) {
    assertThat(RetryDocument.read(text)).isEmpty();
  }

  private static VerifiedEvent everything() {
    return new VerifiedEvent(
        new Subject("order/1"),
        new StatusReport(State.REFUNDED, State.COMPLETED, "NOVEL", "ORDER_REFUNDED", "Completed"),
        new EventFields(Map.of("fiatAmount", "100", "network", "\u6f22"), Set.of("a", "b")),
        Instant.parse("2026-03-01T10:00:00Z"),
        EventMetadata.ofWebhook(
            Instant.parse("2026-03-01T10:00:01.000000002Z"),
            new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", 1)));
  }

  private static VerifiedEvent anyEvent(Random random) {
    boolean refund = random.nextBoolean();
    State state = refund ? State.REFUNDED : any(State.values(), random);
    return new VerifiedEvent(
        random.nextBoolean() ? Subject.order(text(random)) : Subject.user(text(random)),
        new StatusReport(
            state,
            refund && random.nextBoolean() ? State.EXPIRED : null,
            maybe(random),
            maybe(random),
            maybe(random)),
        new EventFields(
            Map.of("walletAddress", text(random), "extra.name", text(random)),
            Set.of(text(random), "name")),
        random.nextBoolean() ? instant(random) : null,
        EventMetadata.ofWebhook(
            instant(random), random.nextBoolean() ? TraceContext.create(random) : null));
  }

  private static <T> T any(T[] values, Random random) {
    return values[random.nextInt(values.length)];
  }

  private static @Nullable String maybe(Random random) {
    return random.nextBoolean() ? text(random) : null;
  }

  /** Returns random UTF-16 code units, including unpaired surrogates; never empty. */
  private static String text(Random random) {
    int length = 1 + random.nextInt(random.nextInt(10) == 0 ? EventFields.MAX_TEXT : 20);
    StringBuilder text = new StringBuilder();
    random.ints(length, 0, Character.MAX_VALUE + 1).forEach(unit -> text.append((char) unit));
    return text.toString();
  }

  private static Instant instant(Random random) {
    return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
  }
}
