package dev.rampline.cli;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rampline.cli.WebhookLoad.SentWebhook;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Sends as many webhooks as the receiver accepts, while it is killed or a store is paused. Every
 * webhook that it answered with 200 must be in the ledger, and every version in the queue.
 */
class ReceiverLoadIT {
  private static final Duration LOAD =
      Duration.ofSeconds(Long.getLong("rampline.load.seconds", 60));
  private static final Duration DRAIN_TIMEOUT = Duration.ofMinutes(10);
  private static final String TOKEN = "an-access-token-of-fair-length-000";

  private final String offset = Integer.toString(FreeOffset.find());
  private StoreProcesses stores;
  private RunningCommand receiver;

  @BeforeEach
  void start() throws IOException {
    stores = StoreProcesses.start(offset);
    receiver = startReceiver();
  }

  @AfterEach
  void end() throws IOException, InterruptedException {
    receiver.close();
    stores.stop();
  }

  @Test
  void answeredWebhooks_areInLedgerAndQueue_afterAKillOfTheReceiver() throws Exception {
    WebhookLoad load = load();
    try (load) {
      load.run(LOAD.dividedBy(2));
      receiver.close();
      receiver = startReceiver();
      int before = load.requests().size();
      load.run(LOAD.dividedBy(2));
      assertThat(load.requestsFrom(before))
          .as("accepted after the restart")
          .anyMatch(SentWebhook::isAccepted);
    }
    assertThat(load.requests())
        .as("interrupted by the kill")
        .anyMatch(webhook -> webhook.answer() == 0);
    assertNothingIsMissing(load.requests());
  }

  @ParameterizedTest
  @ValueSource(strings = {"dynamodb", "sqs"})
  void answeredWebhooks_areInLedgerAndQueue_afterAPauseOfAStore(String store) throws Exception {
    WebhookLoad load = load();
    try (load) {
      load.run(LOAD.dividedBy(3));
      stores.pause(store);
      int before = load.requests().size();
      load.run(LOAD.dividedBy(3));
      assertThat(load.requestsFrom(before))
          .as("accepted without " + store)
          .anyMatch(SentWebhook::isAccepted);
      stores.resume();
      load.run(LOAD.dividedBy(3));
    }
    assertNothingIsMissing(load.requests());
  }

  private void assertNothingIsMissing(List<SentWebhook> webhooks) {
    System.out.println(
        "answers: "
            + webhooks.stream().collect(groupingBy(SentWebhook::answer, TreeMap::new, counting()))
            + " in "
            + LOAD);
    try (DynamoDbClient tables = stores.tables();
        SqsClient queues = stores.queues()) {
      DeliveryVerifier verifier = new DeliveryVerifier(tables, queues);
      await()
          .atMost(DRAIN_TIMEOUT)
          .pollInterval(Duration.ofSeconds(2))
          .untilAsserted(() -> assertThat(verifier.violations(webhooks)).isEmpty());
    }
  }

  private WebhookLoad load() {
    return new WebhookLoad(URI.create(receiver.urls().getFirst()), TOKEN);
  }

  private RunningCommand startReceiver() throws IOException {
    return RunningCommand.start(
        "dev",
        "--external-stores",
        "--no-provider",
        "--no-subscriber",
        "--port-offset",
        offset,
        KeysFile.ofTokens(TOKEN));
  }
}
