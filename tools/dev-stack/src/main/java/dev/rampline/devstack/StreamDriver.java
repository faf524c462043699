package dev.rampline.devstack;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.devstack.ShardReader.Step;
import dev.rampline.time.JitteredBackoff;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Replaces Lambda's event source mapping: passes a table's stream to a consumer, each shard in
 * order, and again from the first unprocessed record.
 */
public final class StreamDriver implements AutoCloseable {
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(3);

  private final DynamoDbStreamsClient client;
  private final StreamConsumer consumer;
  private final StreamPace pace;
  private final OutageListener outages;
  private final StreamShards shards;
  private final Thread thread;
  private int failures;
  private volatile boolean closing;

  private StreamDriver(
      String name,
      DynamoDbStreamsClient client,
      Supplier<String> streamArn,
      StreamConsumer consumer,
      StreamPace pace,
      OutageListener outages) {
    this.client = client;
    this.consumer = consumer;
    this.pace = pace;
    this.outages = outages;
    this.shards = new StreamShards(client, streamArn, pace);
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
  }

  /** Starts to pass a local table's stream to the relay function; see {@link #local}. */
  public static StreamDriver relay(
      DynamoDbStreamsClient client,
      String table,
      RequestHandler<DynamodbEvent, StreamsEventResponse> function,
      EventLog eventLog) {
    return local("relay", client, table, new RelayStreamConsumer(function), eventLog);
  }

  /**
   * Starts to read a local table's stream from the oldest record on.
   *
   * @param name the name of its thread
   * @param client the DynamoDB client; closed with the driver
   * @param eventLog receives the first fault of each outage of the stream
   */
  public static StreamDriver local(
      String name,
      DynamoDbStreamsClient client,
      String table,
      StreamConsumer consumer,
      EventLog eventLog) {
    Supplier<String> arn =
        () -> client.listStreams(wanted -> wanted.tableName(table)).streams().getLast().streamArn();
    return start(name, client, arn, consumer, StreamPace.LOCAL, new OutageLog(name, eventLog));
  }

  /**
   * Starts to read a stream.
   *
   * @param name the name of its thread, which calls the consumer and the listener
   * @param client the DynamoDB client; closed with the driver
   * @param streamArn finds the ARN of the stream
   * @param outages gets the result of every poll
   */
  public static StreamDriver start(
      String name,
      DynamoDbStreamsClient client,
      Supplier<String> streamArn,
      StreamConsumer consumer,
      StreamPace pace,
      OutageListener outages) {
    StreamDriver driver = new StreamDriver(name, client, streamArn, consumer, pace, outages);
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
      List<Step> steps =
          shards.readable().stream().map(reader -> reader.advance(consumer)).toList();
      failures = 0;
      outages.success();
      if (steps.contains(Step.STOPPED)) {
        return pace.firstRetry();
      }
      return steps.contains(Step.CONSUMED) ? pace.busyPause() : pace.idlePause();
    } catch (RuntimeException failure) {
      // The store may be paused, restarted or gone; no record was skipped, and the driver tries
      // again.
      if (!closing) {
        outages.failure(failure);
      }
      shards.reset();
      failures++;
      return JitteredBackoff.doubled(pace.firstRetry(), pace.lastRetry(), failures);
    }
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
