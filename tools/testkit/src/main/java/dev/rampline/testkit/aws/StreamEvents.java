package dev.rampline.testkit.aws;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamViewType;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Builds the events of a DynamoDB stream. */
public final class StreamEvents {
  private static final Instant CREATED_AT = Instant.parse("2026-03-01T10:30:00Z");

  private StreamEvents() {}

  /** The event with those records, as Lambda delivers it. */
  public static DynamodbEvent of(String streamArn, List<Record> records) {
    DynamodbEvent event = new DynamodbEvent();
    event.setRecords(records.stream().map(record -> entry(streamArn, record)).toList());
    return event;
  }

  /**
   * A record of the table's stream.
   *
   * @param before the item before the change; null: there was none
   * @param after the item after the change; null: it is removed
   */
  public static Record change(
      String eventName,
      long sequenceNumber,
      @Nullable Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> before,
      @Nullable Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> after) {
    Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> either =
        after == null ? Objects.requireNonNull(before) : after;
    return Record.builder()
        .eventID(Long.toString(sequenceNumber))
        .eventName(eventName)
        .eventVersion("1.1")
        .eventSource("aws:dynamodb")
        .dynamodb(
            change ->
                change
                    .approximateCreationDateTime(CREATED_AT)
                    .keys(
                        Map.of("subject", Objects.requireNonNull(either.get("subject"), "subject")))
                    .oldImage(before)
                    .newImage(after)
                    .sequenceNumber(Long.toString(sequenceNumber))
                    .streamViewType("NEW_AND_OLD_IMAGES"))
        .build();
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
