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
 * Reads one shard in order, and does not skip a record that the consumer has not processed. Not
 * thread-safe.
 */
final class ShardReader {
  private final DynamoDbStreamsClient client;
  private final String streamArn;
  private final String shardId;
  private final int batch;
  private ShardIteratorType start;
  private @Nullable String iterator;
  private @Nullable String lastSequenceNumber;
  private List<Record> pending = List.of();
  private boolean finished;

  /**
   * @param start where to start
   * @param batch the number of records per request
   */
  ShardReader(
      DynamoDbStreamsClient client,
      String streamArn,
      String shardId,
      ShardIteratorType start,
      int batch) {
    this.start = start;
    this.batch = batch;
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
      iterator = from;
      GetRecordsResponse response =
          client.getRecords(wanted -> wanted.shardIterator(from).limit(batch));
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

  /** A second start, after an iterator has expired unused, must not skip records. */
  private String begin() {
    GetShardIteratorRequest.Builder wanted =
        GetShardIteratorRequest.builder().streamArn(streamArn).shardId(shardId);
    GetShardIteratorRequest request =
        lastSequenceNumber == null
            ? wanted.shardIteratorType(start).build()
            : wanted
                .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                .sequenceNumber(lastSequenceNumber)
                .build();
    String begun = client.getShardIterator(request).shardIterator();
    start = ShardIteratorType.TRIM_HORIZON;
    return begun;
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
