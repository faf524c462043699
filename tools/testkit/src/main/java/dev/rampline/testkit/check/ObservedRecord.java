package dev.rampline.testkit.check;

import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A record of the ledger, read as raw attributes ({@code docs/architecture.md#table}).
 *
 * @param hasOpenConflict whether terminal states contradict each other
 * @param raw the whole item as text
 */
public record ObservedRecord(
    String subject, String state, long version, boolean hasOpenConflict, String raw) {
  private static final AttributeValue NOTHING = AttributeValue.fromM(Map.of());

  /** The record in an item. */
  public static ObservedRecord of(Map<String, AttributeValue> item) {
    AttributeValue conflict = item.get("conflict");
    return new ObservedRecord(
        attribute(item, "subject").s(),
        attribute(item, "state").s(),
        Long.parseLong(attribute(item, "version").n()),
        conflict != null && !conflict.m().containsKey("resolvedState"),
        item.toString());
  }

  /**
   * Whether the item is a record; the table also contains others. One with version 0 contains only
   * the other ids of a customer.
   */
  public static boolean isRecord(Map<String, AttributeValue> item) {
    String subject = attribute(item, "subject").s();
    boolean isSubject = subject.startsWith("order/") || subject.startsWith("kyc/");
    return isSubject && !"0".equals(attribute(item, "version").n());
  }

  /** The IDs of the messages of all its versions. */
  Stream<String> messageIds() {
    return LongStream.rangeClosed(1, version).mapToObj(number -> subject + "/" + number);
  }

  private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
    return item.getOrDefault(name, NOTHING);
  }
}
