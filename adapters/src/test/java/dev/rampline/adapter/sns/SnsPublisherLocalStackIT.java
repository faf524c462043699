package dev.rampline.adapter.sns;

import static java.util.Objects.requireNonNull;

import dev.rampline.adapter.AwsUnderTest;
import dev.rampline.adapter.LocalStackAws;
import dev.rampline.adapter.publishing.AwsPublisherContract;
import dev.rampline.ingest.Publisher;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The contract of the publisher on SNS, with a subscribed queue. */
final class SnsPublisherLocalStackIT extends AwsPublisherContract {
  @RegisterExtension private static final LocalStackAws AWS = new LocalStackAws();

  private final SnsClient client = AWS.aws().sns();
  private @Nullable String topic;

  @Override
  protected AwsUnderTest aws() {
    return AWS.aws();
  }

  @BeforeEach
  void createTopic() {
    topic =
        client
            .createTopic(
                wanted ->
                    wanted
                        .name("contract-" + UUID.randomUUID() + ".fifo")
                        .attributes(Map.of("FifoTopic", "true")))
            .topicArn();
    String queueArn =
        requireNonNull(
            queue()
                .client()
                .getQueueAttributes(
                    wanted ->
                        wanted.queueUrl(queue().url()).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN));
    String mayPublish =
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sqs:SendMessage",
          "Principal": {"Service": "sns.amazonaws.com"}, "Resource": "%s"}]}
        """
            .formatted(queueArn);
    queue()
        .client()
        .setQueueAttributes(
            set ->
                set.queueUrl(queue().url())
                    .attributes(Map.of(QueueAttributeName.POLICY, mayPublish)));
    client.subscribe(
        wanted ->
            wanted
                .topicArn(topic)
                .protocol("sqs")
                .endpoint(queueArn)
                .attributes(Map.of("RawMessageDelivery", "true")));
  }

  @AfterEach
  void deleteTopic() {
    client.deleteTopic(wanted -> wanted.topicArn(topic));
    client.close();
  }

  @Override
  protected Publisher publisher() {
    return new SnsPublisher(client, requireNonNull(topic));
  }

  @Override
  protected Publisher lostPublisher() {
    return new SnsPublisher(client, requireNonNull(topic).replace(".fifo", "-lost.fifo"));
  }
}
