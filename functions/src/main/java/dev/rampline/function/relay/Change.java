package dev.rampline.function.relay;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One record of the stream: an item of the table as it was and as it is. */
record Change(DynamodbStreamRecord record) {

  /** Whether it made a version, and so owes consumers a message. */
  boolean owesMessage() {
    return !"REMOVE".equals(record.getEventName()) && isOfSubject() && hasNewVersion();
  }

  /** What Lambda knows it by; a batch that failed is retried from there. */
  @Nullable String sequenceNumber() {
    return Optional.ofNullable(record.getDynamodb())
        .map(StreamRecord::getSequenceNumber)
        .orElse(null);
  }

  /**
   * The item as it is.
   *
   * @throws NullPointerException if the stream does not bring it
   */
  Map<String, AttributeValue> item() {
    return Objects.requireNonNull(image().getNewImage(), "new image");
  }

  private StreamRecord image() {
    return record.getDynamodb();
  }

  private boolean isOfSubject() {
    String subject = Optional.ofNullable(text(image().getKeys(), "subject")).orElse("");
    return subject.startsWith("order/") || subject.startsWith("kyc/");
  }

  /** Without a version on either side nobody can tell: then the item has to be looked at. */
  private boolean hasNewVersion() {
    String before = text(image().getOldImage(), "version");
    return before == null || !before.equals(text(image().getNewImage(), "version"));
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
