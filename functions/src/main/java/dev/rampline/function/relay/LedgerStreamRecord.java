package dev.rampline.function.relay;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import dev.rampline.ingest.DeadLetter;
import dev.rampline.json.Json;
import dev.rampline.json.JsonObjectBuilder;
import dev.rampline.json.JsonWriter;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One record of the stream: an item of the table as it was and as it is. */
record LedgerStreamRecord(DynamodbStreamRecord record) {

  /** Whether it made a version, and so owes consumers a message. */
  boolean isMessageNeeded() {
    return !"REMOVE".equals(record.getEventName()) && hasSubject() && hasNewVersion();
  }

  /** What Lambda knows it by; a batch that failed is retried from there. */
  @Nullable String sequenceNumber() {
    return Optional.ofNullable(record.getDynamodb())
        .map(StreamRecord::getSequenceNumber)
        .orElse(null);
  }

  /** What is parked where its message can never be sent. */
  DeadLetter toDeadLetter(String reason) {
    JsonObjectBuilder members =
        new JsonObjectBuilder()
            .with("subject", subject())
            .with("version", version())
            .with("reason", reason);
    return new DeadLetter(JsonWriter.write(members.build()), reason);
  }

  /**
   * The item as it is.
   *
   * @throws NullPointerException if the stream does not bring it
   */
  Map<String, AttributeValue> item() {
    return Objects.requireNonNull(image().getNewImage(), "new image");
  }

  /** Without any, it is a change of nothing that we know. */
  private StreamRecord image() {
    return Objects.requireNonNullElseGet(record.getDynamodb(), StreamRecord::new);
  }

  private boolean hasSubject() {
    return subject().startsWith("order/") || subject().startsWith("kyc/");
  }

  private String subject() {
    return Optional.ofNullable(text(image().getKeys(), "subject")).orElse("");
  }

  /** Without a version on either side nobody can tell: then the item has to be looked at. */
  private boolean hasNewVersion() {
    String before = text(image().getOldImage(), "version");
    return before == null || !before.equals(text(image().getNewImage(), "version"));
  }

  private Json version() {
    String version = text(image().getNewImage(), "version");
    return version == null || !version.matches("[0-9]{1,38}")
        ? new Json.Null()
        : new Json.Num(version);
  }

  private static @Nullable String text(
      @Nullable Map<String, AttributeValue> attributes, String name) {
    AttributeValue value = attributes == null ? null : attributes.get(name);
    if (value == null) {
      return null;
    }
    return value.getS() == null ? value.getN() : value.getS();
  }
}
