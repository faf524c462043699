package dev.rampline.devstack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Reads one shard from its beginning in order, and does not skip a record that the consumer has not
 * processed. Not thread-safe.
 */
final class ShardReader {
  private static final int BATCH = 100;

  private final DynamoDbStreamsClient client;
  private final String streamArn;
  private final String shardId;
  private @Nullable String iterator;
  private @Nullable String lastSequenceNumber;
  private List<Record> pending = List.of();
  private boolean finished;

  ShardReader(DynamoDbStreamsClient client, String streamArn, String shardId) {
    this.client = client;
    this.streamArn = streamArn;
    this.shardId = shardId;
  }

  /** Whether the shard is closed and all its records are processed. */
  boolean isFinished() {
    return finished && pending.isEmpty();
  }

  /** Passes on the next batch, or the rest of the last one; returns the result. */
  Step advance(StreamConsumer recipient) {
    if (pending.isEmpty() && !finished) {
      fetch();
    }
    if (pending.isEmpty()) {
      return Step.IDLE;
    }
    int taken = recipient.process(streamArn, pending);
    if (taken > 0) {
      lastSequenceNumber = pending.get(taken - 1).dynamodb().sequenceNumber();
    }
    boolean whole = taken == pending.size();
    pending = pending.subList(taken, pending.size());
    return whole ? Step.CONSUMED : Step.STOPPED;
  }

  private void fetch() {
    try {
      String from = iterator == null ? begin() : iterator;
      GetRecordsResponse response =
          client.getRecords(wanted -> wanted.shardIterator(from).limit(BATCH));
      pending = response.records();
      iterator = response.nextShardIterator();
      finished = iterator == null;
    } catch (ExpiredIteratorException expired) {
      iterator = null;
    } catch (TrimmedDataAccessException trimmed) {
      iterator = null;
      lastSequenceNumber = null;
    }
  }

  private String begin() {
    GetShardIteratorRequest.Builder wanted =
        GetShardIteratorRequest.builder().streamArn(streamArn).shardId(shardId);
    GetShardIteratorRequest request =
        lastSequenceNumber == null
            ? wanted.shardIteratorType(ShardIteratorType.TRIM_HORIZON).build()
            : wanted
                .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                .sequenceNumber(lastSequenceNumber)
                .build();
    return client.getShardIterator(request).shardIterator();
  }

  /** The result of one step. */
  enum Step {
    /** There was no record. */
    IDLE,
    /** The whole batch was processed. */
    CONSUMED,
    /** The consumer stopped within the batch. */
    STOPPED
  }
}
