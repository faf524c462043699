package dev.rampline.function.relay;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import dev.rampline.testkit.aws.StreamEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Builds a batch of the table's stream. */
public final class StreamBatch {
  private final List<Record> records = new ArrayList<>();

  /** Adds a record. The first has the sequence number 1. */
  public StreamBatch add(
      String eventName,
      @Nullable Map<String, AttributeValue> before,
      @Nullable Map<String, AttributeValue> after) {
    records.add(StreamEvents.change(eventName, records.size() + 1L, before, after));
    return this;
  }

  /** Returns the event. */
  public DynamodbEvent event() {
    return StreamEvents.of("arn:aws:dynamodb:test", records);
  }
}
