package dev.rampline.function.relay;

import static java.util.stream.Collectors.toMap;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.tests.EventLoader;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Builds a batch of the table's stream as JSON and parses it as Lambda's runtime does. */
public final class StreamBatch {
  private final List<Map<String, Object>> records = new ArrayList<>();

  /** Adds a record. The first has the sequence number 1. */
  public StreamBatch add(
      String eventName,
      @Nullable Map<String, AttributeValue> before,
      @Nullable Map<String, AttributeValue> after) {
    Map<String, AttributeValue> either = after == null ? before : after;
    Map<String, Object> streamRecord = new LinkedHashMap<>();
    streamRecord.put("ApproximateCreationDateTime", 1_772_361_000);
    if (either != null) {
      streamRecord.put("Keys", Map.of("subject", json(either.get("subject"))));
    }
    if (before != null) {
      streamRecord.put("OldImage", json(before));
    }
    if (after != null) {
      streamRecord.put("NewImage", json(after));
    }
    streamRecord.put("SequenceNumber", Integer.toString(records.size() + 1));
    streamRecord.put("StreamViewType", "NEW_AND_OLD_IMAGES");
    records.add(Map.of("eventName", eventName, "eventVersion", "1.1", "dynamodb", streamRecord));
    return this;
  }

  /** Returns the event. */
  public DynamodbEvent event() {
    try {
      Path file = Files.createTempFile("stream", ".json");
      try {
        new ObjectMapper().writeValue(file.toFile(), Map.of("Records", records));
        return EventLoader.loadDynamoDbEvent(file.toString());
      } finally {
        Files.delete(file);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static Map<String, Object> json(Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .collect(toMap(Map.Entry::getKey, attribute -> json(attribute.getValue())));
  }

  private static Map<String, Object> json(@Nullable AttributeValue value) {
    if (value == null) {
      return Map.of();
    }
    return switch (value.type()) {
      case S -> Map.of("S", value.s());
      case N -> Map.of("N", value.n());
      case B -> Map.of("B", value.b().asByteArray());
      case SS -> Map.of("SS", value.ss());
      case NS -> Map.of("NS", value.ns());
      case BS -> Map.of("BS", value.bs().stream().map(bytes -> bytes.asByteArray()).toList());
      case M -> Map.of("M", json(value.m()));
      case L -> Map.of("L", value.l().stream().map(StreamBatch::json).toList());
      case BOOL -> Map.of("BOOL", value.bool());
      case NUL -> Map.of("NULL", true);
      case UNKNOWN_TO_SDK_VERSION -> throw new IllegalArgumentException("Unknown attribute type");
    };
  }
}
