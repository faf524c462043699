package dev.rampline.devkit.stack;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Takes what stands in the table's stream. */
@FunctionalInterface
public interface StreamRecipient {
  /**
   * Takes records of one shard, in order.
   *
   * @return how many were taken, counted from the first; the others come again
   */
  int take(String streamArn, List<Record> records);
}
