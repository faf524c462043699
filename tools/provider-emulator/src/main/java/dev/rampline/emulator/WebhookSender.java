package dev.rampline.emulator;

import dev.rampline.emulator.WebhookDeliveryResult.Attempt;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Sends webhooks over HTTP as the provider does: only a 200 in time is success; other results cause
 * retries with backoff, each signed anew. Thread-safe.
 */
final class WebhookSender {
  private static final int OK = 200;

  private final HttpClient client;
  private final URI receiver;
  private final RetryPolicy policy;

  WebhookSender(HttpClient client, URI receiver, RetryPolicy policy) {
    this.client = Objects.requireNonNull(client, "client");
    this.receiver = Objects.requireNonNull(receiver, "receiver");
    this.policy = Objects.requireNonNull(policy, "policy");
  }

  WebhookDeliveryResult deliver(PlannedWebhook posting) throws InterruptedException {
    int tries = posting.genuine() ? policy.retries() + 1 : 1;
    int lostPercent = posting.lostResponses();
    List<Attempt> answers = new ArrayList<>();
    for (int attempt = 0; attempt < tries; attempt++) {
      waitBefore(attempt);
      Attempt answer = post(posting.body().apply(attempt));
      answers.add(answer);
      if (answer.status() == OK && lostPercent-- <= 0) {
        break;
      }
    }
    return new WebhookDeliveryResult(posting.subject(), posting.genuine(), answers);
  }

  private void waitBefore(int attempt) throws InterruptedException {
    if (attempt > 0) {
      // This delay emulates the provider's backoff.
      Thread.sleep(policy.delayBefore(attempt));
    }
  }

  private Attempt post(SignedBody signed) throws InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(receiver).timeout(policy.timeout());
    request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(signed.body()));
    signed.headers().forEach(request::header);
    long start = System.nanoTime();
    try {
      HttpResponse<Void> response = client.send(request.build(), BodyHandlers.discarding());
      return new Attempt(response.statusCode(), OptionalLong.of(System.nanoTime() - start));
    } catch (IOException unanswered) {
      return Attempt.none();
    }
  }
}
