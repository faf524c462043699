package dev.rampline.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampline.embedded.EmbeddedQueues;
import dev.rampline.embedded.EmbeddedSqs;
import dev.rampline.embedded.LocalClients;
import dev.rampline.embedded.QueuePlan;
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

/** The deployed queues are those of every laptop. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueuesTest {
  private static final JsonMapper JSON = new JsonMapper();

  /** What SQS does where a template says nothing. */
  private static final String NEVER = "false";

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
  void queueOfDeadEvents_deployedAndEmbedded_isTheSame() throws IOException {
    assertThat(embedded(queues.eventsDead())).isEqualTo(deployed("EventsDeadQueue"));
  }

  @Test
  void queueOfWhatTheRelayGaveUp_deployedAndEmbedded_isTheSame() throws IOException {
    assertThat(embedded(queues.relayDead())).isEqualTo(deployed("RelayDeadQueue"));
  }

  @Test
  void retry_deployedAndEmbedded_isTheSame() throws IOException {
    assertThat(embedded(queues.retry())).isEqualTo(deployed("RetryQueue"));
    assertThat(embedded(queues.retryDead())).isEqualTo(deployed("RetryDeadQueue"));
  }

  @Test
  void everyQueue_deployed_isAsPlanned() {
    assertThat(template.ofType("AWS::SQS::Queue").map(Map.Entry::getValue))
        .isNotEmpty()
        .allSatisfy(
            deployed ->
                plan(deployed.path("QueueName").asText())
                    .attributes()
                    .forEach(
                        (name, wanted) ->
                            assertThat(deployed.path(name.toString()).asText(NEVER))
                                .as(name.toString())
                                .isEqualTo(wanted)));
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
                wanted -> wanted.queueUrl(queue.toString()).attributeNames(QueueAttributeName.ALL))
            .attributesAsStrings();
    JsonNode redrive = JSON.readTree(attributes.getOrDefault("RedrivePolicy", "{}"));
    return new Settings(
        Path.of(queue.getPath()).getFileName().toString(),
        attributes.getOrDefault("FifoQueue", ""),
        redrive.path("maxReceiveCount").asText());
  }

  /** All that ElasticMQ gives back of what it was told. */
  private record Settings(String name, String fifo, String maxReceiveCount) {}
}
