package dev.rampline.adapter;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.adapter.dynamodb.DynamoDbLedger;
import dev.rampline.adapter.sqs.SqsPublisher;
import dev.rampline.ingest.IngestContract;
import dev.rampline.ingest.Publisher;
import dev.rampline.ledger.Ledger;
import dev.rampline.message.CloudEventMessage;
import dev.rampline.resources.LedgerTable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Ingesting on DynamoDB and SQS, with every call to them counted. */
abstract class AwsIngestContract extends IngestContract {
  private final CallCounter calls = new CallCounter();
  private @Nullable DynamoDbClient dynamoDb;
  private @Nullable SqsClient sqs;
  private @Nullable ScratchQueue queue;

  /** Returns the AWS under test. */
  abstract AwsUnderTest aws();

  @BeforeEach
  final void open() {
    dynamoDb = calls.counted(aws().tables()).build();
    sqs = calls.counted(aws().queues()).build();
    LedgerTable.create(dynamoDb, aws().table());
    queue = ScratchQueue.create(sqs);
  }

  @AfterEach
  final void close() {
    requireNonNull(queue).delete();
    requireNonNull(sqs).close();
    requireNonNull(dynamoDb).close();
  }

  @Override
  protected final Ledger ledger() {
    return new DynamoDbLedger(requireNonNull(dynamoDb), aws().table());
  }

  @Override
  protected final Publisher publisher() {
    return new SqsPublisher(requireNonNull(sqs), requireNonNull(queue).url());
  }

  @Override
  protected final List<CloudEventMessage> received(int expected) {
    return requireNonNull(queue).receive(expected);
  }

  @Test
  void newEvent_takesThreeCalls_andARepeatedOneTakesOne() {
    assertThat(calls.during(this::ingestEvent))
        .containsExactly("GetItem", "PutItem", "SendMessageBatch");
    assertThat(calls.during(this::ingestEvent)).containsExactly("GetItem");
  }
}
