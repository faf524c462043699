package dev.rampline.devstack;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Processes records of the table's stream. */
@FunctionalInterface
public interface StreamConsumer {
  /**
   * Processes records of one shard in order.
   *
   * @return the number of processed records, counted from the first; the others are delivered again
   */
  int process(String streamArn, List<Record> records);
}
