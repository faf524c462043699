package dev.rampline.devstack;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Takes what stands in the table's stream. */
@FunctionalInterface
public interface StreamConsumer {
  /**
   * Takes records of one shard, in order.
   *
   * @return how many were taken, counted from the first; the others come again
   */
  int process(String streamArn, List<Record> records);
}
