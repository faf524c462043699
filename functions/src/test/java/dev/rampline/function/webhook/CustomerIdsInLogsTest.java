package dev.rampline.function.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.decoding.Vocabulary;
import dev.rampline.decoding.WebhookDecoder;
import dev.rampline.erasure.Erasure;
import dev.rampline.event.Subject;
import dev.rampline.function.RetryDependencies;
import dev.rampline.function.retry.RecordingRetryDelayer;
import dev.rampline.function.retry.RetryBatch;
import dev.rampline.function.retry.RetryHandler;
import dev.rampline.ingest.InMemoryDeadLetters;
import dev.rampline.ingest.Ingest;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.ledger.UnreadableRecordException;
import dev.rampline.message.MessageComposer;
import dev.rampline.testkit.aws.GatewayEvents;
import dev.rampline.time.Deadline;
import dev.rampline.time.Sleeper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No log entry of the webhook function or the retry function contains a customer's id, or an
 * order's that is not in the provider's form, whatever happens to the event. The simulation checks
 * the same of every function (invariant I6).
 */
class CustomerIdsInLogsTest {
  private static final String MARKER = "marker@example.com";
  private static final InstantSource CLOCK = InstantSource.system();

  private final WebhookFixture fixture = new WebhookFixture();

  @ParameterizedTest
  @MethodSource("subjects")
  void event_isLogged_withoutTheId(Subject subject, String body, String next) {
    assertThat(post(body, fixture.ledger)).isEqualTo(200);
    assertThat(post(body, fixture.ledger)).isEqualTo(200);
    assertThat(post(next, fixture.ledger)).isEqualTo(200);

    assertDecisions(subject, "state-changed", "duplicate", "conflict|state-changed");
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void eventOfAnErasedSubject_isLogged_withoutTheId(Subject subject, String body, String next) {
    post(body, fixture.ledger);
    new Erasure(fixture.ledger, CLOCK).erase(subject, soon());
    post(next, fixture.ledger);

    assertDecisions(subject, "state-changed", "erased");
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void eventThatWaitsForTheLedger_isLogged_withoutTheId(Subject subject, String body, String next) {
    FailingLedger down = new FailingLedger(CustomerIdsInLogsTest::down);
    post(body, down);
    retry(down);
    retry(new FailingLedger(CustomerIdsInLogsTest::unreadable));
    retry(fixture.ledger);
    assertThat(post(next, new FailingLedger(CustomerIdsInLogsTest::unreadable))).isEqualTo(200);
    fixture.retryQueue.fail();
    assertThat(post(next, down)).isEqualTo(503);

    assertDecisions(
        subject,
        "queued-for-retry",
        "deferred",
        "dead-lettered",
        "state-changed",
        "queued-for-retry",
        "unavailable");
  }

  static Stream<Arguments> subjects() {
    return Stream.of(
        Arguments.of(
            Subject.customer(MARKER), kyc("partnerCustomerId", 1), kyc("partnerCustomerId", 2)),
        Arguments.of(Subject.partnerUser(MARKER), kyc("partnerUserId", 1), kyc("partnerUserId", 2)),
        Arguments.of(Subject.user(MARKER), kyc("userId", 1), kyc("userId", 2)),
        Arguments.of(Subject.order(MARKER), order("COMPLETED"), order("FAILED")));
  }

  private static String kyc(String idName, int day) {
    return """
        {"eventName":"KYC_%s","timestamp":"2026-03-0%dT10:00:00Z",\
        "data":{"%s":"%s","kycStatus":"%s"}}"""
        .formatted(status(day), day, idName, MARKER, status(day));
  }

  private static String status(int day) {
    return day == 1 ? "SUBMITTED" : "APPROVED";
  }

  private static String order(String status) {
    return """
        {"eventName":"ORDER_%s","data":{"id":"%s","status":"%s"}}"""
        .formatted(status, MARKER, status);
  }

  private void assertDecisions(Subject subject, String... decisions) {
    assertThat(fixture.lines).hasSameSizeAs(decisions);
    for (int line = 0; line < decisions.length; line++) {
      assertThat(fixture.lines.get(line))
          .contains("\"subject\":\"" + subject.logId() + "\"")
          .containsPattern("\"decision\":\"(" + decisions[line] + ")\"")
          .doesNotContain("marker", "example.com");
    }
  }

  private int post(String body, Ledger ledger) {
    return fixture
        .handler(WebhookFixture.sampleKeys(), ledger, fixture.publisher)
        .handleRequest(GatewayEvents.post(SampleToken.body(body)), null)
        .getStatusCode();
  }

  private void retry(Ledger ledger) {
    RetryBatch batch = new RetryBatch().add(fixture.retryQueue.documents().getFirst(), 1);
    retryHandler(ledger).handleRequest(batch.event(), null);
  }

  private RetryHandler retryHandler(Ledger ledger) {
    return new RetryHandler(
        new RetryDependencies(
            new Ingest(
                ledger,
                fixture.publisher,
                new MessageComposer("staging"),
                Duration.ofSeconds(3),
                new Random(1),
                Sleeper.system()),
            new WebhookDecoder(Vocabulary.DOCUMENTED, Set.of()),
            fixture.quarantine,
            new InMemoryDeadLetters(),
            new RecordingRetryDelayer(),
            fixture.eventLog,
            CLOCK));
  }

  private static void down() {
    throw new LedgerUnavailableException(MARKER, new IllegalStateException(MARKER));
  }

  private static void unreadable() {
    throw new UnreadableRecordException(new IllegalArgumentException(MARKER));
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(5), CLOCK);
  }
}
