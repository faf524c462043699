package dev.rampline.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import dev.rampline.adapter.LocalStackAws;
import dev.rampline.devstack.StreamDriver;
import dev.rampline.function.relay.RelayHandler;
import dev.rampline.function.webhook.WebhookHandler;
import dev.rampline.message.CloudEventMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Runs the relay function on the stream of the deployed table. */
final class DeployedRelayLocalStackIT {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final String POISON = "order/poison";

  @RegisterExtension private static final LocalStackAws AWS = new LocalStackAws();

  private final DeployedFixture fixture = new DeployedFixture(AWS.aws());
  private final Queue<String> handedOver = new ConcurrentLinkedQueue<>();
  private final Queue<String> failed = new ConcurrentLinkedQueue<>();

  DeployedRelayLocalStackIT() throws IOException {
    fixture.putKeys(SampleEventFiles.keys());
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void relay_sendsMissedMessages_onlyOnce() throws IOException {
    List<APIGatewayV2HTTPEvent> events = SampleEventFiles.genuine();
    int half = events.size() / 2;
    take(fixture.functions().webhook(), events.subList(0, half));
    int sent = fixture.expectedMessageCount();
    take(fixture.functions().webhookWithoutQueue(), events.subList(half, events.size()));
    int expectedIds = fixture.expectedMessageCount();

    assertThat(expectedIds).isGreaterThan(sent);
    try (StreamDriver driver = relay()) {
      assertThat(driver).isNotNull();
      await().atMost(TIMEOUT).until(() -> handedOver.size() >= expectedIds);
    }

    Map<String, List<CloudEventMessage>> reported = fixture.receive(expectedIds);
    assertThat(reported.values().stream().flatMap(List::stream).map(CloudEventMessage::id))
        .hasSize(expectedIds)
        .doesNotHaveDuplicates();
    assertThat(reported.values().stream().flatMap(List::stream))
        .containsAll(fixture.currentMessages());
  }

  @Test
  void unreadableRecord_isDeadLettered_andLaterRecordsAreSent() {
    fixture
        .tables()
        .putItem(
            put ->
                put.tableName(fixture.table())
                    .item(Map.of("subject", AttributeValue.fromS(POISON))));
    take(fixture.functions().webhook(), List.of(SampleEventFiles.genuine("order-failed")));

    try (StreamDriver driver = relay()) {
      assertThat(driver).isNotNull();
      await().atMost(TIMEOUT).until(() -> handedOver.size() > 1);
    }

    assertThat(failed).isEmpty();
    assertThat(fixture.receiveBodies("RelayDeadQueueUrl"))
        .singleElement()
        .asString()
        .startsWith("{\"subject\":\"order/poison\",\"version\":null,\"reason\":\"");
    assertThat(fixture.functions().lines()).anyMatch(line -> line.contains("\"deadLettered\":1"));
  }

  private static void take(WebhookHandler webhook, List<APIGatewayV2HTTPEvent> events) {
    assertThat(events)
        .extracting(event -> webhook.handleRequest(event, null).getStatusCode())
        .containsOnly(200);
  }

  private StreamDriver relay() {
    RelayHandler handler = fixture.functions().relay();
    return StreamDriver.relay(
        fixture.streams(), fixture.table(), (event, context) -> observed(handler, event), _ -> {});
  }

  private StreamsEventResponse observed(RelayHandler handler, DynamodbEvent event) {
    StreamsEventResponse response = handler.handleRequest(event, null);
    response.getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .forEach(failed::add);
    event.getRecords().forEach(change -> handedOver.add(change.getEventID()));
    return response;
  }
}
