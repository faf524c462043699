package dev.rampline.devstack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The shards of a stream and a reader of each. Not thread-safe. */
final class StreamShards {
  private final DynamoDbStreamsClient client;
  private final Supplier<String> arn;
  private final StreamPace pace;
  private final Map<String, ShardReader> readers = new HashMap<>();

  /** The shards that had ended when the first reader started. */
  private final Set<String> ended = new HashSet<>();

  private List<Shard> shards = List.of();
  private @Nullable String stream;
  private long listedAt;
  private boolean isStarted;

  /**
   * @param arn finds the ARN of the stream
   */
  StreamShards(DynamoDbStreamsClient client, Supplier<String> arn, StreamPace pace) {
    this.client = client;
    this.arn = arn;
    this.pace = pace;
  }

  /** Returns the readers of the readable shards: a shard is read after all of its parent. */
  List<ShardReader> readable() {
    String found = stream == null ? arn.get() : stream;
    if (stream == null || System.nanoTime() - listedAt >= pace.shardListAge().toNanos()) {
      list(found);
    }
    Set<String> kept = shards.stream().map(Shard::shardId).collect(Collectors.toSet());
    return shards.stream()
        .filter(shard -> !ended.contains(shard.shardId()))
        .filter(shard -> !kept.contains(shard.parentShardId()) || isRead(shard.parentShardId()))
        .map(shard -> reader(found, shard, ShardIteratorType.TRIM_HORIZON))
        .toList();
  }

  /** Finds the stream again at the next call. */
  void reset() {
    stream = null;
  }

  private void list(String found) {
    shards = describe(found);
    readers.keySet().retainAll(shards.stream().map(Shard::shardId).toList());
    stream = found;
    listedAt = System.nanoTime();
    if (!isStarted && pace.start() == ShardIteratorType.LATEST) {
      startAtLatest(found);
    }
    isStarted = true;
  }

  private List<Shard> describe(String found) {
    List<Shard> all = new ArrayList<>();
    String last = null;
    do {
      DescribeStreamRequest request =
          DescribeStreamRequest.builder().streamArn(found).exclusiveStartShardId(last).build();
      StreamDescription page = client.describeStream(request).streamDescription();
      all.addAll(page.shards());
      last = page.lastEvaluatedShardId();
    } while (last != null);
    return all;
  }

  /**
   * Only the shards that are open now get further records. A later shard is read from its start.
   */
  private void startAtLatest(String found) {
    for (Shard shard : shards) {
      if (shard.sequenceNumberRange().endingSequenceNumber() == null) {
        reader(found, shard, ShardIteratorType.LATEST);
      } else {
        ended.add(shard.shardId());
      }
    }
  }

  private ShardReader reader(String found, Shard shard, ShardIteratorType start) {
    return readers.computeIfAbsent(
        shard.shardId(), id -> new ShardReader(client, found, id, start, pace.batch()));
  }

  private boolean isRead(String shardId) {
    ShardReader reader = readers.get(shardId);
    return ended.contains(shardId) || (reader != null && reader.isFinished());
  }
}
