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

/** A record of the table's stream: an item before and after a change. */
record LedgerStreamRecord(DynamodbStreamRecord record) {

  /** Returns whether the change created a version, which needs a message to consumers. */
  boolean isMessageNeeded() {
    return !"REMOVE".equals(record.getEventName()) && hasSubject() && hasNewVersion();
  }

  /** The sequence number in the stream. Lambda retries a failed batch from a sequence number. */
  @Nullable String sequenceNumber() {
    return Optional.ofNullable(record.getDynamodb())
        .map(StreamRecord::getSequenceNumber)
        .orElse(null);
  }

  /**
   * Returns the dead-letter message for a version whose own message can never be sent.
   *
   * @param fault the class of the fault; null if SQS rejected the message
   */
  DeadLetter toDeadLetter(String reason, @Nullable String fault) {
    JsonObjectBuilder members =
        new JsonObjectBuilder()
            .with("subject", subject())
            .with("version", version())
            .with("reason", reason);
    if (fault != null) {
      members.with("fault", fault);
    }
    return new DeadLetter(JsonWriter.write(members.build()), reason);
  }

  /**
   * Returns the item after the change.
   *
   * @throws NullPointerException if the stream record does not contain it
   */
  Map<String, AttributeValue> item() {
    return Objects.requireNonNull(image().getNewImage(), "new image");
  }

  /** Returns the images; an absent one counts as an empty one, which has no subject. */
  private StreamRecord image() {
    return Objects.requireNonNullElseGet(record.getDynamodb(), StreamRecord::new);
  }

  private boolean hasSubject() {
    return subject().startsWith("order/") || subject().startsWith("kyc/");
  }

  private String subject() {
    return Optional.ofNullable(text(image().getKeys(), "subject")).orElse("");
  }

  /**
   * Returns true as well if either version is unknown: then the item has to be decoded. Version 0
   * is an item that only leads to a customer's other ids.
   */
  private boolean hasNewVersion() {
    if ("0".equals(text(image().getNewImage(), "version"))) {
      return false;
    }
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
