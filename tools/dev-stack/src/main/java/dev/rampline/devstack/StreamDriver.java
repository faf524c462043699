package dev.rampline.devstack;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.devstack.ShardReader.Step;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Replaces Lambda's event source mapping: passes the table's stream to a consumer, from the oldest
 * record on, each shard in order, and again from the first unprocessed record.
 */
public final class StreamDriver implements AutoCloseable {
  private static final Duration IDLE_PAUSE = Duration.ofMillis(100);
  private static final Duration FAILURE_PAUSE = Duration.ofMillis(500);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(3);

  private final DynamoDbStreamsClient client;
  private final String table;
  private final StreamConsumer consumer;
  private final Map<String, ShardReader> readers = new HashMap<>();
  private final OutageLog outages;
  private final Thread thread;
  private @Nullable String streamArn;
  private volatile boolean closing;

  private StreamDriver(
      String name,
      DynamoDbStreamsClient client,
      String table,
      StreamConsumer recipient,
      EventLog eventLog) {
    this.outages = new OutageLog(name, eventLog);
    this.client = client;
    this.table = table;
    this.consumer = recipient;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
  }

  /** Starts to pass that table's stream to the relay function; see {@link #start}. */
  public static StreamDriver relay(
      DynamoDbStreamsClient client,
      String table,
      RequestHandler<DynamodbEvent, StreamsEventResponse> function,
      EventLog eventLog) {
    return start("relay", client, table, new RelayStreamConsumer(function), eventLog);
  }

  /**
   * Starts to read that table's stream.
   *
   * @param name the name of its thread
   * @param client the DynamoDB client; closed with the driver
   * @param eventLog receives the first fault of each outage of the stream
   */
  public static StreamDriver start(
      String name,
      DynamoDbStreamsClient client,
      String table,
      StreamConsumer recipient,
      EventLog eventLog) {
    StreamDriver driver = new StreamDriver(name, client, table, recipient, eventLog);
    driver.thread.start();
    return driver;
  }

  private void run() {
    while (!closing) {
      Duration pause = poll();
      try {
        // DynamoDB Streams has no push API.
        Thread.sleep(pause);
      } catch (InterruptedException closed) {
        return;
      }
    }
  }

  /** Makes one step in every shard; returns the delay until the next step. */
  private Duration poll() {
    try {
      List<Step> steps = readers().stream().map(reader -> reader.advance(consumer)).toList();
      outages.success();
      if (steps.contains(Step.STOPPED)) {
        return FAILURE_PAUSE;
      }
      return steps.contains(Step.CONSUMED) ? Duration.ZERO : IDLE_PAUSE;
    } catch (RuntimeException failure) {
      // The store may be paused, restarted or gone; no record was skipped, and the driver tries
      // again.
      if (!closing) {
        outages.failure(failure);
      }
      streamArn = null;
      return FAILURE_PAUSE;
    }
  }

  /** The readable shards: a shard is read after all records of its parent. */
  private List<ShardReader> readers() {
    String stream = stream();
    List<Shard> shards =
        client.describeStream(wanted -> wanted.streamArn(stream)).streamDescription().shards();
    Set<String> kept = shards.stream().map(Shard::shardId).collect(Collectors.toSet());
    return shards.stream()
        .filter(shard -> !kept.contains(shard.parentShardId()) || isRead(shard.parentShardId()))
        .map(shard -> readers.computeIfAbsent(shard.shardId(), id -> reader(stream, id)))
        .toList();
  }

  private boolean isRead(String shardId) {
    ShardReader reader = readers.get(shardId);
    return reader != null && reader.isFinished();
  }

  private ShardReader reader(String stream, String shardId) {
    return new ShardReader(client, stream, shardId);
  }

  private String stream() {
    String known = streamArn;
    if (known == null) {
      known = client.listStreams(wanted -> wanted.tableName(table)).streams().getLast().streamArn();
      streamArn = known;
    }
    return known;
  }

  @Override
  public void close() {
    closing = true;
    thread.interrupt();
    try {
      thread.join(CLOSE_TIMEOUT);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
    client.close();
  }
}
