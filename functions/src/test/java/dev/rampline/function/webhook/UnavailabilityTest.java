package dev.rampline.function.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.verification.CachedKeyRing;
import dev.rampline.verification.KeyRing;
import dev.rampline.verification.KeySource;
import dev.rampline.verification.KeysDocument;
import dev.rampline.verification.KeysUnavailableException;
import java.net.SocketTimeoutException;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** Whoever reads the lines can tell an outage from a mistake of ours, and whom it cost. */
class UnavailabilityTest {
  private static final String ORDER =
      """
      {"eventName":"ORDER_COMPLETED","data":{"id":"order-1","status":"COMPLETED"}}""";
  private static final String OF_THE_ORDER = "\"subject\":\"order/order-1\"";

  private final WebhookFixture stage = new WebhookFixture();

  @Test
  void word_that_the_ledger_cannot_take_waits_in_the_retry_and_is_told_with_the_subject_and_why() {
    assertThat(statusWith(UnavailabilityTest::down)).isEqualTo(200);
    assertThat(stage.retryQueue.documents())
        .singleElement()
        .asString()
        .contains("\"subject\":\"order/order-1\"", "\"state\":\"completed\"");
    assertThat(stage.line())
        .contains(
            OF_THE_ORDER,
            "\"decision\":\"queued-for-retry\"",
            "\"queuedForRetry\":1",
            "\"signatureValid\":1")
        .contains("\"fault\":\"java.net.SocketTimeoutException\"")
        .doesNotContain("canary", "\"faults\"", "\"unavailable\"");
    assertThat(stage.publisher.messages()).isEmpty();
  }

  @Test
  void word_that_lost_every_race_waits_in_the_retry_too() {
    assertThat(statusWith(UnavailabilityTest::contended)).isEqualTo(200);
    assertThat(stage.retryQueue.documents()).hasSize(1);
    assertThat(stage.line()).contains("ledger.LedgerUnavailableException\"");
  }

  @Test
  void word_that_neither_ledger_nor_retry_can_take_stays_with_the_provider() {
    stage.retryQueue.fail();

    assertThat(statusWith(UnavailabilityTest::down)).isEqualTo(503);
    assertThat(stage.line())
        .contains(OF_THE_ORDER, "\"decision\":\"unavailable\",\"cause\":\"ledger-and-retry-queue\"")
        .contains("ingest.RetryQueueUnavailableException\"", "\"unavailable\":1")
        .doesNotContain("canary", "\"faults\"", "\"queued-for-retry\"");
  }

  @Test
  void word_that_the_provider_never_signed_is_not_queued_for_retry() {
    APIGatewayV2HTTPEvent forged =
        APIGatewayV2HTTPEvent.builder()
            .withBody(SampleToken.body(ORDER, "a key that the ring does not hold"))
            .build();
    FailingLedger down = new FailingLedger(UnavailabilityTest::down);

    assertThat(
            stage
                .handler(WebhookFixture.sampleKeys(), down, stage.publisher)
                .handleRequest(forged, null)
                .getStatusCode())
        .isEqualTo(401);
    assertThat(stage.retryQueue.documents()).isEmpty();
  }

  @Test
  void defect_of_ours_is_an_answer_all_the_same_and_counted_by_itself() {
    assertThat(statusWith(UnavailabilityTest::overflow)).isEqualTo(503);
    assertThat(stage.line())
        .contains(OF_THE_ORDER, "\"decision\":\"failed\"", "\"faults\":1")
        .contains("\"fault\":\"java.lang.StackOverflowError\"")
        .doesNotContain("canary", "\"unavailable\"");
  }

  @Test
  void cold_start_without_keys_is_unavailable() {
    assertThat(statusWith(UnavailabilityTest::unreachable)).isEqualTo(503);
    assertThat(stage.line())
        .contains("\"decision\":\"unavailable\",\"cause\":\"keys-unreachable\"")
        .contains("\"fault\":\"java.net.SocketTimeoutException\"", "\"unavailable\":1")
        .doesNotContain("canary", "\"faults\"");
  }

  @Test
  void cold_start_with_keys_that_cannot_be_used_is_told_apart() {
    assertThat(statusWith(() -> KeysDocument.parse("{\"accessTokens\":[\"canary\"]}")))
        .isEqualTo(503);
    assertThat(stage.line())
        .contains("\"cause\":\"keys-invalid\"", "verification.InvalidKeysException\"")
        .doesNotContain("canary", "\"faults\"");
  }

  @Test
  void cold_start_without_keys_still_refuses_what_nobody_could_have_sent() {
    WebhookHandler handler =
        stage.handler(
            new CachedKeyRing(UnavailabilityTest::unreachable, InstantSource.system()),
            stage.ledger,
            stage.publisher);
    APIGatewayV2HTTPEvent event = APIGatewayV2HTTPEvent.builder().withBody("[]").build();
    assertThat(handler.handleRequest(event, null).getStatusCode()).isEqualTo(400);
  }

  private int statusWith(Runnable fault) {
    return status(
        stage.handler(WebhookFixture.sampleKeys(), new FailingLedger(fault), stage.publisher));
  }

  private int statusWith(KeySource source) {
    KeyRing ring = new CachedKeyRing(source, InstantSource.system());
    return status(stage.handler(ring, stage.ledger, stage.publisher));
  }

  private static int status(WebhookHandler handler) {
    APIGatewayV2HTTPEvent event =
        APIGatewayV2HTTPEvent.builder().withBody(SampleToken.body(ORDER)).build();
    return handler.handleRequest(event, null).getStatusCode();
  }

  private static void down() {
    throw new LedgerUnavailableException("canary", new SocketTimeoutException("canary"));
  }

  private static void contended() {
    throw new LedgerUnavailableException("canary", null);
  }

  private static void overflow() {
    throw new StackOverflowError("canary");
  }

  private static KeysDocument unreachable() {
    throw new KeysUnavailableException("canary", new SocketTimeoutException("canary"));
  }
}
