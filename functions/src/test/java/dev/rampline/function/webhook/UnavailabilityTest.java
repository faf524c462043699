package dev.rampline.function.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.rampline.failure.FailureCause;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.ledger.UnreadableRecordException;
import dev.rampline.testkit.aws.GatewayEvents;
import dev.rampline.verification.CachedKeyRing;
import dev.rampline.verification.KeyRing;
import dev.rampline.verification.KeySource;
import dev.rampline.verification.KeysDocument;
import dev.rampline.verification.KeysUnavailableException;
import java.net.SocketTimeoutException;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Log entries tell an outage from a bug and name the subject. */
class UnavailabilityTest {
  private static final String ORDER =
      """
      {"eventName":"ORDER_COMPLETED","data":{"id":"order-1","status":"COMPLETED"}}""";
  private static final String ORDER_SUBJECT = "\"subject\":\"order/order-1\"";

  private final WebhookFixture fixture = new WebhookFixture();

  @Test
  void event_that_the_ledger_cannot_take_waits_in_the_retry_queue_and_is_logged_with_its_fault() {
    assertThat(statusWith(UnavailabilityTest::down)).isEqualTo(200);
    assertThat(fixture.retryQueue.documents())
        .singleElement()
        .asString()
        .contains("\"subject\":\"order/order-1\"", "\"state\":\"completed\"");
    assertThat(fixture.line())
        .contains(
            ORDER_SUBJECT,
            "\"decision\":\"queued-for-retry\"",
            "\"queuedForRetry\":1",
            "\"signatureValid\":1")
        .contains("\"fault\":\"timeout\"")
        .doesNotContain("canary", "\"faults\"", "\"unavailable\"");
    assertThat(fixture.publisher.messages()).isEmpty();
  }

  @Test
  void event_that_lost_every_race_waits_in_the_retry_queue() {
    assertThat(statusWith(UnavailabilityTest::contended)).isEqualTo(200);
    assertThat(fixture.retryQueue.documents()).hasSize(1);
    assertThat(fixture.line()).contains("\"fault\":\"write-races-lost\"");
  }

  @Test
  void event_that_neither_ledger_nor_retry_queue_can_take_is_answered_503() {
    fixture.retryQueue.fail();

    assertThat(statusWith(UnavailabilityTest::down)).isEqualTo(503);
    assertThat(fixture.line())
        .contains(
            ORDER_SUBJECT, "\"decision\":\"unavailable\",\"cause\":\"ledger-and-retry-queue\"")
        .contains("ingest.QueueUnavailableException\"", "\"unavailable\":1")
        .doesNotContain("canary", "\"faults\"", "\"queued-for-retry\"");
  }

  @Test
  void forged_event_is_not_queued_for_retry() {
    APIGatewayV2HTTPEvent forged =
        GatewayEvents.post(SampleToken.body(ORDER, "a key that the ring does not hold"));
    FailingLedger down = new FailingLedger(UnavailabilityTest::down);

    assertThat(
            fixture
                .handler(WebhookFixture.sampleKeys(), down, fixture.publisher)
                .handleRequest(forged, null)
                .getStatusCode())
        .isEqualTo(401);
    assertThat(fixture.retryQueue.documents()).isEmpty();
  }

  @Test
  void event_after_a_bug_waits_in_the_retry_queue_and_is_counted_as_a_fault() {
    assertQueuedAsFault(UnavailabilityTest::overflow, "java.lang.StackOverflowError");
  }

  @Test
  void event_that_the_table_denies_waits_in_the_retry_queue() {
    assertQueuedAsFault(UnavailabilityTest::denied, "AccessDeniedException");
  }

  @Test
  void event_on_a_record_that_only_newer_code_reads_waits_in_the_retry_queue() {
    assertQueuedAsFault(
        () -> {
          throw new UnreadableRecordException(new IllegalArgumentException("canary"));
        },
        UnreadableRecordException.class.getName());
  }

  @Test
  void event_after_a_bug_is_answered_503_if_the_retry_queue_is_down() {
    fixture.retryQueue.fail();

    assertThat(statusWith(UnavailabilityTest::overflow)).isEqualTo(503);
  }

  @Test
  void bug_before_the_event_is_known_is_answered_503_and_logged_by_its_class_only() {
    KeyRing broken =
        () -> {
          throw new IllegalStateException("canary");
        };

    assertThat(status(fixture.handler(broken, fixture.ledger, fixture.publisher))).isEqualTo(503);
    assertThat(fixture.line())
        .contains("\"decision\":\"failed\",\"fault\":\"java.lang.IllegalStateException\"")
        .contains("\"status\":\"503\"", "\"faults\":1")
        .doesNotContain("canary");
  }

  @Test
  void cold_start_without_keys_is_unavailable() {
    assertThat(statusWith(UnavailabilityTest::unreachable)).isEqualTo(503);
    assertThat(fixture.line())
        .contains("\"decision\":\"unavailable\",\"cause\":\"keys-unreachable\"")
        .contains("\"fault\":\"timeout\"", "\"unavailable\":1")
        .doesNotContain("canary", "\"faults\"");
  }

  @Test
  void cold_start_with_invalid_keys_has_its_own_cause() {
    assertThat(statusWith(() -> KeysDocument.parse("{\"accessTokens\":[\"canary\"]}")))
        .isEqualTo(503);
    assertThat(fixture.line())
        .contains("\"cause\":\"keys-invalid\"", "verification.InvalidKeysException\"")
        .doesNotContain("canary", "\"faults\"");
  }

  @Test
  void cold_start_without_keys_still_rejects_malformed_bodies() {
    WebhookHandler handler =
        fixture.handler(
            new CachedKeyRing(UnavailabilityTest::unreachable, InstantSource.system()),
            fixture.ledger,
            fixture.publisher);
    APIGatewayV2HTTPEvent event = GatewayEvents.post("[]");
    assertThat(handler.handleRequest(event, null).getStatusCode()).isEqualTo(400);
  }

  private void assertQueuedAsFault(Runnable fault, String name) {
    assertThat(statusWith(fault)).isEqualTo(200);
    assertThat(fixture.retryQueue.documents())
        .singleElement()
        .asString()
        .contains("\"subject\":\"order/order-1\"", "\"state\":\"completed\"");
    assertThat(fixture.line())
        .contains(ORDER_SUBJECT, "\"decision\":\"queued-for-retry\"", "\"faults\":1")
        .contains("\"queuedForRetry\":1", "\"fault\":\"" + name + "\"")
        .doesNotContain("canary", "\"unavailable\"");
  }

  private int statusWith(Runnable fault) {
    return status(
        fixture.handler(WebhookFixture.sampleKeys(), new FailingLedger(fault), fixture.publisher));
  }

  private int statusWith(KeySource source) {
    KeyRing ring = new CachedKeyRing(source, InstantSource.system());
    return status(fixture.handler(ring, fixture.ledger, fixture.publisher));
  }

  private static int status(WebhookHandler handler) {
    APIGatewayV2HTTPEvent event = GatewayEvents.post(SampleToken.body(ORDER));
    return handler.handleRequest(event, null).getStatusCode();
  }

  private static void down() {
    throw new LedgerUnavailableException("canary", new SocketTimeoutException("canary"));
  }

  private static void contended() {
    throw new LedgerUnavailableException(FailureCause.WRITE_RACES_LOST);
  }

  private static void denied() {
    throw DynamoDbException.builder()
        .statusCode(400)
        .message("canary")
        .awsErrorDetails(AwsErrorDetails.builder().errorCode("AccessDeniedException").build())
        .build();
  }

  private static void overflow() {
    throw new StackOverflowError("canary");
  }

  private static KeysDocument unreachable() {
    throw new KeysUnavailableException("canary", new SocketTimeoutException("canary"));
  }
}
