package dev.rampline.simulation.cloud;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Converts stream records to the event that Lambda delivers. */
public final class SimulatedStreamBatch {
  private SimulatedStreamBatch() {}

  /** The event with those changes. */
  public static DynamodbEvent of(List<Table.TableWrite> changes) {
    DynamodbEvent event = new DynamodbEvent();
    event.setRecords(changes.stream().map(SimulatedStreamBatch::record).toList());
    return event;
  }

  private static DynamodbStreamRecord record(Table.TableWrite change) {
    StreamRecord images = new StreamRecord();
    images.setSequenceNumber(Integer.toString(change.number()));
    images.setKeys(Map.of("subject", new AttributeValue(change.subject())));
    images.setOldImage(change.before() == null ? null : map(change.before()));
    images.setNewImage(map(change.after()));
    DynamodbStreamRecord record = new DynamodbStreamRecord();
    record.setEventName(change.before() == null ? "INSERT" : "MODIFY");
    record.setDynamodb(images);
    return record;
  }

  private static Map<String, AttributeValue> map(
      Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> values) {
    Map<String, AttributeValue> map = new HashMap<>();
    values.forEach((name, value) -> map.put(name, value(value)));
    return map;
  }

  private static AttributeValue value(
      software.amazon.awssdk.services.dynamodb.model.AttributeValue value) {
    AttributeValue written = new AttributeValue();
    switch (value.type()) {
      case S -> written.setS(value.s());
      case N -> written.setN(value.n());
      case SS -> written.setSS(value.ss());
      case M -> written.setM(map(value.m()));
      case L -> written.setL(value.l().stream().map(SimulatedStreamBatch::value).toList());
      case BOOL -> written.setBOOL(value.bool());
      default -> throw new IllegalArgumentException("Unsupported attribute type");
    }
    return written;
  }
}
