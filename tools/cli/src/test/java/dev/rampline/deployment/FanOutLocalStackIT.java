package dev.rampline.deployment;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.rampline.adapter.LocalStackAws;
import dev.rampline.adapter.ScratchQueue;
import dev.rampline.cli.CommandRun;
import dev.rampline.devstack.StreamDriver;
import dev.rampline.embedded.LocalClients;
import dev.rampline.function.relay.RelayHandler;
import dev.rampline.message.CloudEventMessage;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Runs the relay function of a stack with a topic, to which another team's queue is subscribed. */
@ExtendWith(SdkCredentials.class)
final class FanOutLocalStackIT {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final String ACCOUNT = "000000000000";

  @RegisterExtension private static final LocalStackAws AWS = new LocalStackAws();

  private final DeployedFixture fixture =
      new DeployedFixture(AWS.aws(), DeployedStack.createWithConsumers(AWS.aws(), ACCOUNT));
  private final DeployedStack team =
      DeployedStack.createConsumerQueue(AWS.aws(), fixture.stack().output("EventsTopicArn"));
  private final SqsClient queues = AWS.aws().sqs();
  private final AtomicReference<RelayHandler> relay =
      new AtomicReference<>(fixture.functions().relay());
  private final Set<String> relayed = ConcurrentHashMap.newKeySet();
  private final Queue<String> failed = new ConcurrentLinkedQueue<>();

  FanOutLocalStackIT() throws IOException {
    fixture.putKeys(SampleEventFiles.keys());
  }

  @AfterEach
  void close() {
    queues.close();
    team.close();
    fixture.close();
  }

  @Test
  void bothQueues_receiveEveryVersion_inOrder_withEqualBytes() throws IOException {
    int expected = receiveWebhooks();

    try (StreamDriver driver = relay()) {
      assertThat(driver).isNotNull();
      await().atMost(TIMEOUT).until(() -> relayed.size() >= expected);
    }

    Map<String, List<CloudEventMessage>> own = fixture.receive(expected);
    Map<String, List<CloudEventMessage>> others = receivedByTheTeam(expected);
    assertThat(others).isEqualTo(own);
    assertThat(others.values().stream().flatMap(List::stream)).hasSize(expected);
    assertThat(others.values())
        .allSatisfy(
            messages ->
                assertThat(messages)
                    .extracting(message -> Long.valueOf(message.id().replaceFirst(".*/", "")))
                    .isSorted()
                    .doesNotHaveDuplicates());
    assertThat(fixture.functions().lines()).noneMatch(line -> line.contains("stoppedAt"));
  }

  @Test
  void missingTopic_stopsTheRelay_andNothingIsLostAfterItReturns() throws IOException {
    RelayHandler working = relay.getAndSet(fixture.functions().relayWithoutTopic());
    int expected = receiveWebhooks();

    try (StreamDriver driver = relay()) {
      assertThat(driver).isNotNull();
      await().atMost(TIMEOUT).until(() -> failed.size() > 1);
      assertThat(relayed).isEmpty();
      assertThat(fixture.functions().lines())
          .anyMatch(line -> line.contains("\"stoppedAt\"") && line.contains("\"NotFound\""));

      relay.set(working);
      await().atMost(TIMEOUT).until(() -> relayed.size() >= expected);
    }

    assertThat(receivedByTheTeam(expected)).isEqualTo(fixture.receive(expected));
    assertThat(fixture.receiveBodies("RelayDeadQueueUrl")).isEmpty();
  }

  @Test
  void republish_andRedriveOfTheRelay_reachBothQueues() {
    String order = "order/OZZOBiT-order-def";
    take(List.of(SampleEventFiles.genuine("order-failed")));
    List<CloudEventMessage> sent = requireNonNull(fixture.receive(1).get(order));

    assertThat(run("republish", "--subject", order).code()).isZero();
    assertResent(sent, order);
    fixture.send(
        "RelayDeadQueueUrl",
        "{\"subject\":\"%s\",\"version\":1,\"reason\":\"X\"}".formatted(order));
    assertThat(run("redrive", "--from", "relay").code()).isZero();
    assertResent(sent, order);
    // Without roles, the policy of the topic names another one than the relay's.
    assertThat(run("doctor").out().replaceAll("\\s+", " "))
        .contains(
            "fail topic %s-events.fifo Principals other than the relay and SenderArns may publish"
                .formatted(fixture.stack().name()));
  }

  private void assertResent(List<CloudEventMessage> sent, String order) {
    List<String> bodies = sent.stream().map(CloudEventMessage::body).toList();
    assertThat(requireNonNull(fixture.receive(1).get(order)))
        .extracting(CloudEventMessage::body)
        .isEqualTo(bodies);
    assertThat(requireNonNull(receivedByTheTeam(1).get(order)))
        .extracting(CloudEventMessage::body)
        .isEqualTo(bodies);
  }

  private CommandRun run(String... arguments) {
    URI endpoint = queues.serviceClientConfiguration().endpointOverride().orElseThrow();
    List<String> line = new ArrayList<>(List.of(arguments));
    line.addAll(List.of("--region", LocalClients.REGION, "--endpoint-url", endpoint.toString()));
    line.addAll(List.of("--stack", fixture.stack().name()));
    return CommandRun.of(line.toArray(String[]::new));
  }

  private int receiveWebhooks() throws IOException {
    take(SampleEventFiles.genuine());
    return fixture.expectedMessageCount();
  }

  private void take(List<APIGatewayV2HTTPEvent> events) {
    assertThat(events)
        .extracting(
            event -> fixture.functions().webhook().handleRequest(event, null).getStatusCode())
        .containsOnly(200);
  }

  private StreamDriver relay() {
    return StreamDriver.relay(
        fixture.streams(),
        fixture.table(),
        (event, context) -> observed(relay.get(), event),
        _ -> {});
  }

  private StreamsEventResponse observed(RelayHandler handler, DynamodbEvent event) {
    StreamsEventResponse response = handler.handleRequest(event, null);
    if (response.getBatchItemFailures().isEmpty()) {
      event.getRecords().forEach(change -> relayed.add(change.getEventID()));
    } else {
      failed.add(response.getBatchItemFailures().getFirst().getItemIdentifier());
    }
    return response;
  }

  private Map<String, List<CloudEventMessage>> receivedByTheTeam(int expected) {
    return new ScratchQueue(queues, team.output("QueueUrl"))
        .receive(expected).stream().collect(groupingBy(message -> message.subject().text()));
  }
}
