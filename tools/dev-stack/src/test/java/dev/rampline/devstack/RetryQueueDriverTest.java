package dev.rampline.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.rampline.embedded.EmbeddedQueues;
import dev.rampline.embedded.EmbeddedSqs;
import dev.rampline.embedded.LocalClients;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class RetryQueueDriverTest {
  private final EmbeddedSqs store = EmbeddedSqs.start(0);
  private final SqsClient client = LocalClients.sqs(store.endpoint());
  private final EmbeddedQueues queues = EmbeddedQueues.create(client);
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final List<String> counts = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    client.close();
    store.close();
  }

  @Test
  void processedMessages_areDeleted_andFailedOnesRemain() {
    send("good", "bad");
    try (RetryQueueDriver driver =
        RetryQueueDriver.start(
            LocalClients.sqs(store.endpoint()), queues.retry(), this::take, _ -> {})) {
      assertThat(driver).isNotNull();
      await().untilAsserted(() -> assertThat(taken).containsExactlyInAnyOrder("good", "bad"));
      await().untilAsserted(() -> assertThat(invisible()).isEqualTo("1"));
    }
    assertThat(counts).containsOnly("1");
  }

  private SQSBatchResponse take(SQSEvent event, @Nullable Context context) {
    event.getRecords().forEach(message -> taken.add(message.getBody()));
    event.getRecords().stream()
        .map(SQSMessage::getAttributes)
        .map(attributes -> attributes.get("ApproximateReceiveCount"))
        .forEach(counts::add);
    return new SQSBatchResponse(
        event.getRecords().stream()
            .filter(message -> message.getBody().equals("bad"))
            .map(message -> new BatchItemFailure(message.getMessageId()))
            .toList());
  }

  private void send(String... bodies) {
    for (String body : bodies) {
      client.sendMessage(message -> message.queueUrl(queues.retry().toString()).messageBody(body));
    }
  }

  /** The number of messages that were delivered and not deleted. */
  private String invisible() {
    QueueAttributeName wanted = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;
    Map<QueueAttributeName, String> reported =
        client
            .getQueueAttributes(
                asked -> asked.queueUrl(queues.retry().toString()).attributeNames(wanted))
            .attributes();
    return reported.getOrDefault(wanted, "0");
  }
}
