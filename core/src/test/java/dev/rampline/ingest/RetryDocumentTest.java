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
import dev.rampline.ledger.FieldValues;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryDocumentTest {
  private static final Instant AT = Instant.parse("2026-03-01T10:00:01.000000002Z");

  private static final String DOCUMENT =
      """
      {"form":"rampline-retry/1","subject":"order/1","report":{"state":"refunded",\
      "besideRefund":"completed","eventName":"ORDER_REFUNDED","rawStatus":"Completed"},\
      "fields":{"fiatAmount":"100","network":"\\u6F22","orderId":"1"},\
      "unknownNames":["a","b"],"occurredAt":"2026-03-01T10:00:00Z","metadata":{\
      "channel":"webhook","trust":"signed","receivedAt":"2026-03-01T10:00:01.000000002Z",\
      "backfill":false,"traceparent":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"}}""";

  private static final String UNDOCUMENTED =
      DOCUMENT
          .replace("\"state\":\"refunded\",\"besideRefund\":\"completed\"", "\"state\":\"unknown\"")
          .replace("\"eventName\"", "\"undocumented\":\"Completed\",\"eventName\"");

  private static final String KYC =
      DOCUMENT
          .replace("order/1", "kyc/customer/1")
          .replace("\"refunded\",\"besideRefund\":\"completed\"", "\"approved\"")
          .replace("\"fiatAmount\":\"100\",\"network\":\"\\u6F22\",", "")
          .replace("orderId", "partnerCustomerId");

  @Test
  void eventWithAllMembers_isWrittenInThisFormat() {
    assertThat(RetryDocument.write(everything())).isEqualTo(DOCUMENT);
    assertThat(RetryDocument.read(DOCUMENT)).contains(everything());
    assertThat(RetryDocument.read(UNDOCUMENTED)).isPresent();
    assertThat(RetryDocument.read(KYC)).isPresent();
  }

  @Test
  void everyEventOfTheDecoder_isReadAsWritten() {
    RandomPayloads payloads = new RandomPayloads();
    qt().forAll(longs().all())
        .check(
            seed ->
                payloads.event(new Random(seed)).stream()
                    .allMatch(
                        event ->
                            RetryDocument.read(RetryDocument.write(event))
                                .equals(Optional.of(event))));
    assertThat(payloads.decoded()).isGreaterThan(100);
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
        "\"Completed\" | null",
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
    assertRejected(DOCUMENT, from, to);
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
    assertRejected(DOCUMENT, from, to);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"occurredAt\":\"2026-03-01T10:00:00Z\" | \"occurredAt\":\"2026-03-01T10:10:02Z\"",
        "\"occurredAt\":\"2026-03-01T10:00:00Z\" | \"occurredAt\":\"+1000000000-01-01T00:00:00Z\"",
        "\"occurredAt\":\"2026-03-01T10:00:00Z\" | \"occurredAt\":\"1969-12-31T23:59:59Z\"",
        "\"subject\":\"order/1\" | \"subject\":\"order/2\"",
        "\"subject\":\"order/1\" | \"subject\":\"kyc/customer/1\"",
        ",\"orderId\":\"1\" | ''",
        "\"orderId\":\"1\" | \"orderId\":\" 1\"",
        "\"orderId\":\"1\" | \"orderId\":\"1\",\"evil\":\"1\"",
        "\"orderId\":\"1\" | \"orderId\":\"1\",\"customerEmail\":\"1\"",
        "\"orderId\":\"1\" | \"orderId\":\"1\",\"userId\":\"1\"",
        "\"orderId\":\"1\" | \"orderId\":\"1\",\"extra.@\":\"1\"",
        "\"orderId\":\"1\" | \"orderId\":\"1\",\"side\":\"buy\"",
        "\"orderId\":\"1\" | \"orderId\":\"1\",\"createdAt\":\"today\"",
        "\"fiatAmount\":\"100\" | \"fiatAmount\":\"not-a-number\"",
        "\"fiatAmount\":\"100\" | \"fiatAmount\":\"1e2\"",
        "\"fiatAmount\":\"100\" | \"fiatAmount\":\"\"",
        "\"network\":\"\\u6F22\" | \"network\":\"\"",
        "\"network\":\"\\u6F22\" | \"network\":\"\\uD800\"",
        "\"a\",\"b\" | \"a person\"",
        "\"state\":\"refunded\",\"besideRefund\":\"completed\" | \"state\":\"approved\"",
        "\"state\":\"refunded\",\"besideRefund\":\"completed\" | \"state\":\"unknown\"",
        "\"eventName\":\"ORDER_REFUNDED\", | ''",
        ",\"rawStatus\":\"Completed\" | ''",
        "\"eventName\" | \"undocumented\":\"Completed\",\"eventName\"",
      })
  void documentThatTheDecoderCannotHaveCreated_isRejected(String from, String to) {
    assertRejected(DOCUMENT, from, to);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"unknown\" | \"completed\"",
        "\"unknown\" | \"refunded\"",
        "\"undocumented\":\"Completed\" | \"undocumented\":\"NOVEL\"",
      })
  void undocumentedTerm_withAnImpossibleState_isRejected(String from, String to) {
    assertRejected(UNDOCUMENTED, from, to);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"approved\" | \"completed\"",
        "\"approved\" | \"refunded\"",
        "kyc/customer/1 | kyc/partner-user/1",
        "\"partnerCustomerId\":\"1\" | \"partnerCustomerId\":\"1\",\"fiatAmount\":\"1\"",
      })
  void kycEvent_thatIsImpossible_isRejected(String from, String to) {
    assertRejected(KYC, from, to);
  }

  @Test
  void documentBeyondTheBounds_isRejected() {
    String names =
        IntStream.rangeClosed(0, EventFields.MAX_UNKNOWN_NAMES)
            .mapToObj("\"n%d\""::formatted)
            .collect(Collectors.joining(","));
    String extras =
        IntStream.rangeClosed(0, FieldValues.MAX_EXTRA)
            .mapToObj("\"extra.n%d\":\"1\""::formatted)
            .collect(Collectors.joining(","));
    String text = "x".repeat(EventFields.MAX_TEXT + 1);

    assertRejected(DOCUMENT, "\"a\",\"b\"", names);
    assertRejected(DOCUMENT, "\"orderId\"", extras + ",\"orderId\"");
    assertRejected(DOCUMENT, "\\u6F22", text);
    assertRejected(DOCUMENT, "ORDER_REFUNDED", text);
    assertRejected(DOCUMENT, "Completed", text);
    assertRejected(UNDOCUMENTED, "Completed", text);
    assertRejected(KYC, "\"1\"", "\"" + text + "\"");
  }

  @Test
  void abridgedId_belongsToAHashedSubjectOfItsKind() {
    String id = "x".repeat(EventFields.MAX_TEXT);
    String subject = Subject.customer(id + "y").text();
    String document =
        KYC.replace("\"partnerCustomerId\":\"1\"", "\"partnerCustomerId\":\"" + id + "\"");

    assertThat(RetryDocument.read(document.replace("kyc/customer/1", subject))).isPresent();
    assertThat(RetryDocument.read(document)).isEmpty();
    assertThat(RetryDocument.read(document.replace("kyc/customer/1", Subject.user(id).text())))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, true",
    "PT59M59S, true",
    "PT1H1S, false",
    "-P41D, true",
    "-P43D, false",
    "P3000D, false",
  })
  void timeOfReceipt_isBeforeTheMessageWasSent(Duration sinceSending, boolean expected) {
    assertThat(RetryDocument.canBeSentAt(AT, AT.plus(sinceSending))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "[]", "null", "{\"form\":\"rampline-retry/1\"}", "no", "{\"a\""})
  void otherText_isRejected(String text) {
    assertThat(RetryDocument.read(text)).isEmpty();
  }

  private static void assertRejected(String document, String from, String to) {
    String changed = document.replace(from, to);

    assertThat(changed).isNotEqualTo(document);
    assertThat(RetryDocument.read(changed)).isEmpty();
  }

  private static VerifiedEvent everything() {
    return new VerifiedEvent(
        new Subject("order/1"),
        new StatusReport(State.REFUNDED, State.COMPLETED, null, "ORDER_REFUNDED", "Completed"),
        new EventFields(
            Map.of("fiatAmount", "100", "network", "\u6f22", "orderId", "1"), Set.of("a", "b")),
        Instant.parse("2026-03-01T10:00:00Z"),
        EventMetadata.ofWebhook(
            AT, new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", 1)));
  }
}
