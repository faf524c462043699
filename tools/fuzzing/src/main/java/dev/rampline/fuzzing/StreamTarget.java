package dev.rampline.fuzzing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import dev.rampline.function.relay.RelayHandler;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.simulation.defect.DefectInjector;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks that every stream record is sent, dead-lettered or ignored, and none blocks the stream.
 */
final class StreamTarget implements FuzzTarget {
  private final DefectInjector injector;

  StreamTarget() {
    this(DefectInjector.NONE);
  }

  /** With that defect. */
  StreamTarget(DefectInjector injector) {
    this.injector = injector;
  }

  @Override
  public void check(byte[] input) {
    FuzzInput script = FuzzInput.read(input);
    FuzzEnvironment environment = FuzzEnvironment.create(injector);
    RelayHandler relay = environment.relay();
    DynamodbStreamRecord record = record(script);
    PropertyViolation.throwUnless(
        relay.handleRequest(event(record), null).getBatchItemFailures().isEmpty(),
        "without an outage, no record blocks the stream");
    int effects = environment.effectCount();
    PropertyViolation.throwUnless(effects <= 1, "a record is sent or dead-lettered, once");
    relay.handleRequest(event(record), null);
    PropertyViolation.throwUnless(
        environment.cloud().queue().sent().size() <= 1, "a message has one deduplication ID");
  }

  private static DynamodbEvent event(DynamodbStreamRecord record) {
    DynamodbEvent event = new DynamodbEvent();
    event.setRecords(List.of(record));
    return event;
  }

  private static DynamodbStreamRecord record(FuzzInput script) {
    StreamRecord images = new StreamRecord();
    images.setSequenceNumber(script.hasLine("no number") ? null : "1");
    images.setNewImage(image(JsonReader.read(script.bytes())));
    images.setOldImage(image(script.find("old").flatMap(JsonReader::read)));
    images.setKeys(keys(script));
    DynamodbStreamRecord record = new DynamodbStreamRecord();
    record.setEventName(script.find("event").orElse("MODIFY"));
    record.setDynamodb(script.hasLine("no images") ? null : images);
    return record;
  }

  /** The sequence numbers that the script gives, or the item's own as DynamoDB has them. */
  private static @Nullable Map<String, AttributeValue> keys(FuzzInput script) {
    Optional<Json> reported = script.find("keys").flatMap(JsonReader::read);
    return reported.isPresent() ? image(reported) : subject(image(JsonReader.read(script.bytes())));
  }

  private static Map<String, AttributeValue> subject(@Nullable Map<String, AttributeValue> item) {
    AttributeValue subject = item == null ? null : item.get("subject");
    return subject == null ? Map.of() : Map.of("subject", subject);
  }

  private static @Nullable Map<String, AttributeValue> image(Optional<Json> json) {
    return json.orElse(null) instanceof Json.Obj(Map<String, Json> members) ? map(members) : null;
  }

  private static Map<String, AttributeValue> map(Map<String, Json> members) {
    Map<String, AttributeValue> map = new HashMap<>();
    members.forEach((name, value) -> map.put(name, value(value)));
    return map;
  }

  /** Formats values as DynamoDB does: an object with one member, named by the type. */
  private static AttributeValue value(Json json) {
    AttributeValue value = new AttributeValue();
    if (json instanceof Json.Obj(Map<String, Json> members)) {
      members.forEach((type, inner) -> set(value, type, inner));
    }
    return value;
  }

  private static void set(AttributeValue value, String type, Json json) {
    switch (json) {
      case Json.Text(String text) when type.equals("N") -> value.setN(text);
      case Json.Text(String text) when type.equals("B") -> value.setB(bytes(text));
      case Json.Text(String text) -> value.setS(text);
      case Json.Obj(Map<String, Json> members) -> value.setM(map(members));
      case Json.Arr(List<Json> items) when type.equals("SS") -> value.setSS(texts(items));
      case Json.Arr(List<Json> items) ->
          value.setL(items.stream().map(StreamTarget::value).toList());
      case Json.Bool(boolean truth) -> value.setBOOL(truth);
      case Json.Num(String literal) -> value.setN(literal);
      case Json.Null() -> value.setNULL(true);
    }
  }

  /** Any text is some bytes. */
  private static ByteBuffer bytes(String text) {
    try {
      return ByteBuffer.wrap(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException other) {
      return ByteBuffer.wrap(text.getBytes(UTF_8));
    }
  }

  private static List<String> texts(List<Json> items) {
    return items.stream()
        .flatMap(item -> item instanceof Json.Text(String text) ? List.of(text).stream() : null)
        .toList();
  }
}
