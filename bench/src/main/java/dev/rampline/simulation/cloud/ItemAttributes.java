package dev.rampline.simulation.cloud;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What of an item anybody may read (design §5). */
public final class ItemAttributes {
  private ItemAttributes() {}

  /** Its version; 0 without an item, or of one that has none. */
  public static long version(@Nullable Map<String, AttributeValue> item) {
    return number(item, "version");
  }

  /** Its revision; 0 without an item. */
  public static long revision(@Nullable Map<String, AttributeValue> item) {
    return number(item, "revision");
  }

  /** Its state; empty without. */
  public static String state(@Nullable Map<String, AttributeValue> item) {
    return text(item, "state");
  }

  /** A text at its top; empty without. */
  public static String text(@Nullable Map<String, AttributeValue> item, String name) {
    AttributeValue value = item == null ? null : item.get(name);
    return value == null || value.s() == null ? "" : value.s();
  }

  /** A map at its top; empty without. */
  public static Map<String, AttributeValue> map(
      @Nullable Map<String, AttributeValue> item, String name) {
    AttributeValue value = item == null ? null : item.get(name);
    return value == null ? Map.of() : value.m();
  }

  /** One line on it. */
  public static String summary(Map<String, AttributeValue> item) {
    return "%s r%d v%d %s"
        .formatted(text(item, "subject"), revision(item), version(item), state(item));
  }

  private static long number(@Nullable Map<String, AttributeValue> item, String name) {
    AttributeValue value = item == null ? null : item.get(name);
    return value == null || value.n() == null ? 0 : Long.parseLong(value.n());
  }
}
