package dev.rampline.devstack;

import java.time.Duration;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;

/**
 * Where and how often a table's stream is read.
 *
 * @param start where to start: with the oldest record ({@code TRIM_HORIZON}) or with the next
 *     ({@code LATEST})
 * @param batch the number of records per request, at most 1,000
 * @param busyPause the time between two requests while there are records
 * @param idlePause the time between two requests while there are none
 * @param shardListAge the time after which the shards are listed again
 * @param firstRetry the time after the first failure; it doubles with each failure in a row
 * @param lastRetry the longest time after a failure
 */
public record StreamPace(
    ShardIteratorType start,
    int batch,
    Duration busyPause,
    Duration idlePause,
    Duration shardListAge,
    Duration firstRetry,
    Duration lastRetry) {
  private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

  /** For a store on this machine. */
  public static final StreamPace LOCAL =
      new StreamPace(
          ShardIteratorType.TRIM_HORIZON,
          100,
          Duration.ZERO,
          Duration.ofMillis(100),
          Duration.ZERO,
          HALF_A_SECOND,
          HALF_A_SECOND);

  /**
   * For AWS, beside the relay: DynamoDB recommends at most two readers of a shard, and charges for
   * each request.
   */
  public static final StreamPace AWS =
      new StreamPace(
          ShardIteratorType.LATEST,
          1_000,
          HALF_A_SECOND,
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          Duration.ofSeconds(2),
          Duration.ofMinutes(1));

  public StreamPace {
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(busyPause, "busyPause");
    Objects.requireNonNull(idlePause, "idlePause");
    Objects.requireNonNull(shardListAge, "shardListAge");
    Objects.requireNonNull(firstRetry, "firstRetry");
    Objects.requireNonNull(lastRetry, "lastRetry");
  }
}
