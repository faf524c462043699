package dev.rampline.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.emulator.WebhookDeliveryResult.Attempt;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSenderTest {
  private static final RetryPolicy QUICK =
      new RetryPolicy(Duration.ofSeconds(10), 3, Duration.ofMillis(1));
  private static final EmulatedEvent EVENT =
      new EmulatedEvent(
          "{\"eventName\":\"ORDER_CREATED\"}",
          Instant.parse("2025-03-03T08:00:00Z"),
          new EventSideEffects(Map.of(), null, Optional.empty()));

  @Test
  void deliver_after500_retriesSignedAnew() throws InterruptedException {
    try (FakeWebhookReceiver receiver =
        new FakeWebhookReceiver(request -> request < 3 ? 500 : 200)) {
      WebhookDeliveryResult receipt = deliver(receiver, QUICK, genuine(0));

      assertThat(receipt.isAccepted()).isTrue();
      assertThat(receipt.answers()).extracting(Attempt::status).containsExactly(500, 500, 200);
      assertThat(receiver.bodies()).hasSize(3).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 202, 204, 401, 503})
  void deliver_answeredAnythingBut200_givesUpAfterThreeRetries(int status)
      throws InterruptedException {
    try (FakeWebhookReceiver receiver = new FakeWebhookReceiver(request -> status)) {
      WebhookDeliveryResult receipt = deliver(receiver, QUICK, genuine(0));

      assertThat(receipt.isAccepted()).isFalse();
      assertThat(receiver.bodies()).hasSize(4);
    }
  }

  @Test
  void deliver_afterATimeout_retries() throws InterruptedException {
    RetryPolicy impatient = new RetryPolicy(Duration.ofSeconds(2), 3, Duration.ofMillis(1));
    try (FakeWebhookReceiver receiver =
        new FakeWebhookReceiver(request -> request == 1 ? FakeWebhookReceiver.NO_RESPONSE : 200)) {
      WebhookDeliveryResult receipt = deliver(receiver, impatient, genuine(0));

      assertThat(receipt.answers()).extracting(Attempt::status).containsExactly(0, 200);
    }
  }

  @Test
  void deliver_withALostSuccessResponse_retries() throws InterruptedException {
    try (FakeWebhookReceiver receiver = new FakeWebhookReceiver(request -> 200)) {
      deliver(receiver, QUICK, genuine(1));

      assertThat(receiver.bodies()).hasSize(2).doesNotHaveDuplicates();
    }
  }

  @Test
  void deliver_aForgery_sendsItOnce() throws InterruptedException {
    PlannedWebhook forgery =
        new PlannedWebhook("order/x", false, 0, attempt -> SignedBody.of("{}"));
    try (FakeWebhookReceiver receiver = new FakeWebhookReceiver(request -> 401)) {
      assertThat(deliver(receiver, QUICK, forgery).isRejected()).isTrue();
      assertThat(receiver.bodies()).hasSize(1);
    }
  }

  @Test
  void hurriedPolicy_keepsTheDocumentedLimitsAndDoublesDelays() {
    RetryPolicy policy = RetryPolicy.fast();

    assertThat(policy.timeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(policy.retries()).isEqualTo(3);
    assertThat(policy.delayBefore(3)).isEqualTo(policy.delayBefore(1).multipliedBy(4));
  }

  private static PlannedWebhook genuine(int lostPercent) {
    Signer signer = new Signer(new ProviderKeys("demo-access-token", null));
    return new PlannedWebhook(
        "order/x", true, lostPercent, attempt -> SignedBody.of(signer.jwt(EVENT.claims(attempt))));
  }

  private static WebhookDeliveryResult deliver(
      FakeWebhookReceiver receiver, RetryPolicy policy, PlannedWebhook posting)
      throws InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return new WebhookSender(client, receiver.uri(), policy).deliver(posting);
    }
  }
}
