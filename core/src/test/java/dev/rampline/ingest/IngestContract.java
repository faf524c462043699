package dev.rampline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.event.EventFields;
import dev.rampline.event.Field;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ingest.IngestResult.Delivery;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.lifecycle.Decision;
import dev.rampline.message.CloudEventMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of ingesting with any ledger and any queue. */
public abstract class IngestContract extends IngestRaceContract {
  private static final int QUEUE_LIMIT = 262_144;

  @Test
  void newEvent_createsARecordAndItsMessage() {
    IngestResult result = ingest(processing());

    assertThat(result.delivery()).isEqualTo(Delivery.SENT);
    assertThat(record().state()).isEqualTo(State.PROCESSING);
    assertThat(received(1)).containsExactly(COMPOSER.compose(record()));
  }

  @Test
  void newField_sendsAMessageAtOnce() {
    ingest(processing());

    IngestResult result =
        ingest(
            SampleVerifiedEvents.event(subject, State.PROCESSING, Map.of("paymentMethod", "card")));

    assertThat(result.decision()).isInstanceOf(Decision.FieldsUpdated.class);
    assertThat(result.delivery()).isEqualTo(Delivery.SENT);
    assertThat(received(2)).hasSize(2);
  }

  @Test
  void timeOfTheRecord_isThatOfTheWrite_notOfTheReceipt() {
    Instant before = Instant.now();

    ingest(processing());

    assertThat(record().lastChange().metadata().receivedAt()).isBefore(before);
    assertThat(record().revision().updatedAt()).isBetween(before, Instant.now());
  }

  @Test
  void eventOnOneIdOfACustomer_changesTheRecordsOfAll_andSendsAMessageForEach() {
    String id = UUID.randomUUID().toString();
    ingest(kyc(Map.of("partnerUserId", id), State.SUBMITTED));
    ingest(kyc(Map.of("partnerUserId", id, "partnerCustomerId", id), State.SUBMITTED));

    ingest(kyc(Map.of("partnerUserId", id), State.REJECTED));

    LedgerRecord customer = record(Subject.customer(id));
    LedgerRecord user = record(Subject.partnerUser(id));
    assertThat(customer.state()).isEqualTo(State.REJECTED);
    assertThat(user.state()).isEqualTo(State.REJECTED);
    assertThat(customer.version()).isEqualTo(user.version());
    assertThat(received(5)).contains(COMPOSER.compose(customer), COMPOSER.compose(user));
  }

  @Test
  void racingEventsOnTheIdsOfACustomer_leaveOneState() throws Exception {
    String id = UUID.randomUUID().toString();
    List<Map<String, String>> named =
        List.of(
            Map.of("partnerUserId", id),
            Map.of("partnerCustomerId", id),
            Map.of("userId", id),
            Map.of("partnerUserId", id, "partnerCustomerId", id),
            Map.of("partnerUserId", id, "userId", id));
    try (ExecutorService racers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<IngestResult>> results = new ArrayList<>();
      for (int step = 0; step < 20; step++) {
        VerifiedEvent event =
            kyc(named.get(step % 5), step % 2 == 0 ? State.APPROVED : State.REJECTED, step);
        results.add(racers.submit(() -> ingest(event)));
      }
      for (Future<IngestResult> result : results) {
        result.get();
      }
    }

    assertThat(
            Stream.of(Subject.customer(id), Subject.partnerUser(id), Subject.user(id))
                .map(this::record))
        .allSatisfy(record -> assertThat(record.state()).isEqualTo(State.REJECTED))
        .extracting(LedgerRecord::version)
        .containsOnly(record(Subject.customer(id)).version());
  }

  private static VerifiedEvent kyc(Map<String, String> ids, State state) {
    return kyc(ids, state, state == State.REJECTED ? 1 : 0);
  }

  private static VerifiedEvent kyc(Map<String, String> ids, State state, int seconds) {
    String id = ids.values().iterator().next();
    Subject subject =
        ids.containsKey("partnerCustomerId")
            ? Subject.customer(id)
            : ids.containsKey("partnerUserId") ? Subject.partnerUser(id) : Subject.user(id);
    return SampleVerifiedEvents.event(
        subject,
        state,
        Instant.parse("2026-03-01T10:30:00Z").plusSeconds(seconds),
        new EventFields(ids, Set.of()));
  }

  @Test
  void repeatedEvent_changesAndSendsNothing() {
    ingest(processing());
    LedgerRecord before = record();

    IngestResult result = ingest(processing());

    assertThat(result.decision()).isEqualTo(new Decision.Duplicate());
    assertThat(record()).isEqualTo(before);
    assertThat(received(1)).hasSize(1);
  }

  @Test
  void writeRepeatedByTheClient_succeeds() {
    IngestResult result = ingest(new DoubleWriteLedger(ledger()), processing());

    assertThat(result.delivery()).isEqualTo(Delivery.SENT);
    assertThat(result.version()).isEqualTo(1);
    assertThat(record().revision().number()).isEqualTo(1);
    assertThat(received(1)).containsExactly(COMPOSER.compose(record()));
  }

  @Test
  void writeWithALostResponse_isFoundWhenTheEventIsRepeated() {
    assertThatThrownBy(() -> ingest(new LostResponseLedger(ledger()), processing()))
        .isInstanceOf(LedgerUnavailableException.class);

    assertThat(ingest(processing()).decision()).isEqualTo(new Decision.Duplicate());
    assertThat(record().revision().number()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("unusualIds")
  void unusualId_isStoredAndSent(String id) {
    Subject order = Subject.order(id + subject.text());

    ingest(
        SampleVerifiedEvents.event(
            order, State.PROCESSING, Map.of("orderId", id, "partnerOrderId", id)));
    ingest(SampleVerifiedEvents.event(order, State.COMPLETED, Map.of("partnerOrderId", "")));

    assertThat(record(order).state()).isEqualTo(State.COMPLETED);
    assertThat(received(2))
        .extracting(CloudEventMessage::id)
        .containsExactly(order.text() + "/1", order.text() + "/2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"漢", "\u0000", "\"", "\\", "x"})
  void hostileFields_preventNoStateChange_andFitEverywhere(String piece) {
    ingest(SampleVerifiedEvents.event(subject, State.PROCESSING, hostile(piece, 0)));
    ingest(SampleVerifiedEvents.event(subject, State.DELIVERING, hostile(piece, 60)));
    ingest(SampleVerifiedEvents.event(subject, State.COMPLETED, Map.of()));

    assertThat(record().state()).isEqualTo(State.COMPLETED);
    assertThat(record().transitions()).extracting("state").hasSize(3);
    assertThat(received(3))
        .hasSize(3)
        .allSatisfy(
            message ->
                assertThat(message.body().getBytes(StandardCharsets.UTF_8))
                    .hasSizeLessThan(QUEUE_LIMIT));
  }

  private static Map<String, String> hostile(String piece, int firstExtra) {
    String text = piece.repeat(EventFields.MAX_TEXT);
    Map<String, String> fields = new TreeMap<>();
    Stream.of(Field.values())
        .filter(field -> field != Field.FIAT_AMOUNT && field != Field.CRYPTO_AMOUNT)
        .forEach(field -> fields.put(field.text(), text));
    IntStream.range(firstExtra, firstExtra + 60)
        .forEach(extra -> fields.put(EventFields.EXTRA_PREFIX + extra, text));
    return fields;
  }

  /** Ingests an event about the test's subject; it is the same each time. */
  protected final void ingestEvent() {
    ingest(processing());
  }

  private VerifiedEvent processing() {
    return SampleVerifiedEvents.event(subject, State.PROCESSING, Map.of("network", "ethereum"));
  }

  static List<String> unusualIds() {
    return List.of(" ", "two words ", "ünïcode-漢-", "\u0000", "x".repeat(2_000), "~", "!\"#$%&'*");
  }
}
