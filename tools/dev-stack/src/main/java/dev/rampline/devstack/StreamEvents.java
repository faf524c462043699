package dev.rampline.devstack;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamViewType;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Converts stream records to the event that Lambda delivers. */
final class StreamEvents {
  private StreamEvents() {}

  static DynamodbEvent of(String streamArn, List<Record> records) {
    DynamodbEvent event = new DynamodbEvent();
    event.setRecords(records.stream().map(record -> entry(streamArn, record)).toList());
    return event;
  }

  private static DynamodbStreamRecord entry(String streamArn, Record record) {
    DynamodbStreamRecord entry = new DynamodbStreamRecord();
    entry.setEventID(record.eventID());
    entry.setEventName(record.eventNameAsString());
    entry.setEventVersion(record.eventVersion());
    entry.setEventSource(record.eventSource());
    entry.setAwsRegion(record.awsRegion());
    entry.setEventSourceARN(streamArn);
    entry.setDynamodb(change(record.dynamodb()));
    return entry;
  }

  private static StreamRecord change(
      software.amazon.awssdk.services.dynamodb.model.StreamRecord record) {
    StreamRecord change = new StreamRecord();
    change.setApproximateCreationDateTime(Date.from(record.approximateCreationDateTime()));
    change.setKeys(map(record.keys()));
    change.setNewImage(record.hasNewImage() ? map(record.newImage()) : null);
    change.setOldImage(record.hasOldImage() ? map(record.oldImage()) : null);
    change.setSequenceNumber(record.sequenceNumber());
    change.setSizeBytes(record.sizeBytes());
    change.setStreamViewType(StreamViewType.fromValue(record.streamViewTypeAsString()));
    return change;
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
      case B -> written.setB(value.b().asByteBuffer());
      case SS -> written.setSS(value.ss());
      case NS -> written.setNS(value.ns());
      case BS -> written.setBS(value.bs().stream().map(SdkBytes::asByteBuffer).toList());
      case M -> written.setM(map(value.m()));
      case L -> written.setL(value.l().stream().map(StreamEvents::value).toList());
      case BOOL -> written.setBOOL(value.bool());
      case NUL -> written.setNULL(true);
      case UNKNOWN_TO_SDK_VERSION -> throw new IllegalArgumentException("Unknown attribute type");
    }
    return written;
  }
}
