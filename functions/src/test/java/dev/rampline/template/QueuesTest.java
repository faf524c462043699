package dev.rampline.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampline.embedded.EmbeddedQueues;
import dev.rampline.embedded.EmbeddedSqs;
import dev.rampline.embedded.LocalClients;
import dev.rampline.resources.QueuePlan;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Tests that the deployed queues equal the embedded queues of tests and local runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueuesTest {
  private static final JsonMapper JSON = new JsonMapper();

  /** The default of SQS for an attribute that the template does not set. */
  private static final String DEFAULT = "false";

  private final Template template = Template.read();
  private final EmbeddedSqs store = EmbeddedSqs.start(0);
  private final SqsClient client = LocalClients.sqs(store.endpoint());
  private final EmbeddedQueues queues = EmbeddedQueues.create(client);

  QueuesTest() throws IOException {}

  @AfterAll
  void closeStore() {
    client.close();
    store.close();
  }

  @Test
  void eventsQueue_deployedAndEmbedded_isTheSame() throws IOException {
    assertThat(embedded(queues.events())).isEqualTo(deployed("EventsQueue"));
  }

  @Test
  void eventsDeadQueue_deployedAndEmbedded_isTheSame() throws IOException {
    assertThat(embedded(queues.eventsDead())).isEqualTo(deployed("EventsDeadQueue"));
  }

  @Test
  void relayDeadQueue_deployedAndEmbedded_isTheSame() throws IOException {
    assertThat(embedded(queues.relayDead())).isEqualTo(deployed("RelayDeadQueue"));
  }

  @Test
  void retryQueues_deployedAndEmbedded_areTheSame() throws IOException {
    assertThat(embedded(queues.retry())).isEqualTo(deployed("RetryQueue"));
    assertThat(embedded(queues.retryDead())).isEqualTo(deployed("RetryDeadQueue"));
  }

  @Test
  void queue_hasAttributesOfItsPlan() {
    assertThat(template.ofType("AWS::SQS::Queue").map(Map.Entry::getValue))
        .isNotEmpty()
        .allSatisfy(
            deployed ->
                plan(deployed.path("QueueName").asText())
                    .attributes()
                    .forEach(
                        (name, expected) ->
                            assertThat(deployed.path(name.toString()).asText(DEFAULT))
                                .as(name.toString())
                                .isEqualTo(expected)));
  }

  private static QueuePlan plan(String queue) {
    return Arrays.stream(QueuePlan.values())
        .filter(plan -> plan.queueName().equals(queue))
        .findFirst()
        .orElseThrow();
  }

  private Settings deployed(String resource) {
    JsonNode properties = template.properties(resource);
    return new Settings(
        properties.path("QueueName").asText(),
        properties.path("FifoQueue").asText(),
        properties.path("RedrivePolicy").path("maxReceiveCount").asText());
  }

  private Settings embedded(URI queue) throws IOException {
    Map<String, String> attributes =
        client
            .getQueueAttributes(
                request ->
                    request.queueUrl(queue.toString()).attributeNames(QueueAttributeName.ALL))
            .attributesAsStrings();
    JsonNode redrive = JSON.readTree(attributes.getOrDefault("RedrivePolicy", "{}"));
    return new Settings(
        Path.of(queue.getPath()).getFileName().toString(),
        attributes.getOrDefault("FifoQueue", ""),
        redrive.path("maxReceiveCount").asText());
  }

  /** The attributes that ElasticMQ returns. */
  private record Settings(String name, String fifo, String maxReceiveCount) {}
}
