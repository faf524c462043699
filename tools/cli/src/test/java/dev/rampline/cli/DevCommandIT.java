package dev.rampline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rampline.embedded.LocalClients;
import dev.rampline.emulator.socket.ProviderSocket;
import dev.rampline.emulator.socket.SocketUpdate;
import dev.rampline.resources.LedgerTable;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;

class DevCommandIT {
  private static final String TOKEN = KeysFile.ofTokens("an-access-token-of-fair-length-000");

  private final String offset = Integer.toString(FreeOffset.find());

  @Test
  void signedEvent_becomesARecordAndOneMessage() throws Exception {
    try (RunningCommand dev = RunningCommand.start("dev", "--port-offset", offset, TOKEN)) {
      assertThat(dev.output()).as("with keys given, none are printed").doesNotContain("access");
      CommandRun trigger = trigger(dev, "ORDER_COMPLETED", "--count", "3");

      assertThat(trigger.code()).as(trigger.out()).isZero();
      assertThat(record(dev, "order/mine")).containsEntry("version", AttributeValue.fromN("1"));
      assertThat(messages(dev)).singleElement().asString().contains("\"order/mine/1\"");
      assertThat(order("mine").out())
          .contains("completed", "trace  ", "webhook", "no URL is configured");
      assertThat(order("other"))
          .satisfies(run -> assertThat(run.code()).isEqualTo(1))
          .satisfies(run -> assertThat(run.out()).contains("no record"));
      assertThat(listen(dev)).matches("(?s)TIME .*completed +\\S+ +webhook  order/mine.*");
      assertThat(dev.terminate()).isEqualTo(143);
      assertThat(dev.urls()).noneMatch(url -> FreeOffset.isTaken(URI.create(url).getPort()));
    }
  }

  @Test
  void confirmedOrder_isShownWithTheTimeOfItsConfirmation() throws Exception {
    try (RunningCommand dev = RunningCommand.start("dev", "--port-offset", offset)) {
      assertThat(dev.output()).contains("access token");
      run("trigger", "ORDER_COMPLETED", "--order-id", "mine");
      run("trigger", "ORDER_REFUNDED", "--order-id", "refunded");
      assertThat(run("order", "mine")).contains("Ledger: completed, not confirmed.");

      assertThat(run("reconcile", "--recheck-since", "2026-01-01T00:00:00Z"))
          .contains("scheduled 2", "left out order/refunded: ");

      assertThat(run("order", "mine")).contains("Ledger: completed, confirmed.");
    }
  }

  @Test
  void subscriberProcess_recordsUnverifiedEvents_andExitsOnSignal() throws Exception {
    try (RunningCommand dev =
            RunningCommand.start("dev", "--no-subscriber", "--port-offset", offset, TOKEN);
        ProviderSocket socket = ProviderSocket.start(0, "another-key");
        RunningCommand subscriber =
            RunningCommand.begin(
                Map.of(
                    "RAMPLINE_SOCKET_URL",
                    socket.url().toString(),
                    "RAMPLINE_API_KEY",
                    "another-key"),
                "subscriber",
                "--port-offset",
                offset)) {
      await().atMost(Duration.ofSeconds(30)).until(() -> socket.subscribers() == 1);
      socket.send(SocketUpdate.ofOrder("COMPLETED", "received"));

      await().until(() -> !record(dev, "order/received").isEmpty());
      assertThat(record(dev, "order/received"))
          .containsEntry("state", AttributeValue.fromS("unknown"));
      assertThat(subscriber.terminate()).isZero();
    }
  }

  @Test
  void externalStores_outliveTheReceiver() throws Exception {
    try (RunningCommand stores = RunningCommand.start("stores", "--port-offset", offset)) {
      assertThat(stores.output()).containsPattern("pid \\d+");
      try (RunningCommand dev =
          RunningCommand.start("dev", "--external-stores", "--port-offset", offset, TOKEN)) {
        trigger(dev, "ORDER_COMPLETED");
        dev.terminate();
        assertThat(record(dev, "order/mine")).isNotEmpty();
      }
      assertThat(stores.terminate()).isEqualTo(143);
      assertThat(stores.urls()).noneMatch(url -> FreeOffset.isTaken(URI.create(url).getPort()));
    }
  }

  @Test
  void portInUse_isReportedInOneLineWithARemedy() throws Exception {
    int port = 8000 + Integer.parseInt(offset);
    try (ServerSocket taken = new ServerSocket(port);
        RunningCommand dev = RunningCommand.start("dev", "--port-offset", offset)) {
      assertThat(dev.awaitExit()).isEqualTo(1);
      assertThat(dev.output())
          .hasLineCount(1)
          .contains(Integer.toString(taken.getLocalPort()), "--port-offset");
    }
  }

  private static CommandRun trigger(RunningCommand dev, String event, String... more) {
    String url = dev.urls().getFirst();
    Stream<String> arguments =
        Stream.of("trigger", event, "--order-id", "mine", "--to", url, TOKEN);
    return CommandRun.of(Stream.concat(arguments, Stream.of(more)).toArray(String[]::new));
  }

  /** Returns the first line of listen about an event that is sent repeatedly. */
  private String listen(RunningCommand dev) {
    CompletableFuture<CommandRun> listening =
        CompletableFuture.supplyAsync(
            () -> CommandRun.of("listen", "--limit", "1", "--port-offset", offset));
    await()
        .until(
            () -> {
              trigger(dev, "ORDER_COMPLETED");
              return listening.isDone();
            });
    return listening.join().out();
  }

  private CommandRun order(String id) {
    return CommandRun.of("order", id, "--port-offset", offset, TOKEN);
  }

  /** Runs a command in its own process, which finds the running stack; returns its output. */
  private String run(String... arguments) throws Exception {
    Stream<String> line = Stream.concat(Stream.of(arguments), Stream.of("--port-offset", offset));
    try (RunningCommand command = RunningCommand.start(line.toArray(String[]::new))) {
      assertThat(command.awaitExit()).as(command.output()).isZero();
      return command.output();
    }
  }

  private static Map<String, AttributeValue> record(RunningCommand dev, String subject) {
    try (DynamoDbClient client = LocalClients.dynamoDb(URI.create(dev.urls().get(1)))) {
      Map<String, AttributeValue> key = Map.of("subject", AttributeValue.fromS(subject));
      return client.getItem(wanted -> wanted.tableName(LedgerTable.NAME).key(key)).item();
    }
  }

  private static List<String> messages(RunningCommand dev) {
    try (SqsClient client = LocalClients.sqs(URI.create(dev.urls().get(2)))) {
      String queue =
          client.getQueueUrl(wanted -> wanted.queueName("rampline-events.fifo")).queueUrl();
      return client
          .receiveMessage(
              wanted -> wanted.queueUrl(queue).maxNumberOfMessages(10).waitTimeSeconds(10))
          .messages()
          .stream()
          .map(message -> message.body())
          .toList();
    }
  }
}
