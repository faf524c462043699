package dev.rampline.simulation.cloud;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads the documented attributes of an item ({@code docs/architecture.md#table}). */
public final class ItemAttributes {
  private ItemAttributes() {}

  /** The version; 0 if there is no item or it has none. */
  public static long version(@Nullable Map<String, AttributeValue> item) {
    return number(item, "version");
  }

  /** The revision; 0 if there is no item. */
  public static long revision(@Nullable Map<String, AttributeValue> item) {
    return number(item, "revision");
  }

  /** The state; empty if there is none. */
  public static String state(@Nullable Map<String, AttributeValue> item) {
    return text(item, "state");
  }

  /** A top-level string attribute; empty if absent. */
  public static String text(@Nullable Map<String, AttributeValue> item, String name) {
    AttributeValue value = item == null ? null : item.get(name);
    return value == null || value.s() == null ? "" : value.s();
  }

  /** A top-level map attribute; empty if absent. */
  public static Map<String, AttributeValue> map(
      @Nullable Map<String, AttributeValue> item, String name) {
    AttributeValue value = item == null ? null : item.get(name);
    return value == null ? Map.of() : value.m();
  }

  /** A one-line summary. */
  public static String summary(Map<String, AttributeValue> item) {
    return "%s r%d v%d %s"
        .formatted(text(item, "subject"), revision(item), version(item), state(item));
  }

  private static long number(@Nullable Map<String, AttributeValue> item, String name) {
    AttributeValue value = item == null ? null : item.get(name);
    return value == null || value.n() == null ? 0 : Long.parseLong(value.n());
  }

  /**
   * Returns the attribute {@code last}, with channel and times of the transition if it has none.
   */
  public static Map<String, AttributeValue> last(Map<String, AttributeValue> item) {
    Map<String, AttributeValue> last = new HashMap<>(map(item, "last"));
    AttributeValue transitions = item.get("transitions");
    if (last.isEmpty() || last.containsKey("channel") || transitions == null) {
      return last;
    }
    String[] newest = transitions.l().getLast().s().split(" ", 5);
    last.put("channel", AttributeValue.fromS(newest[2]));
    if (!newest[3].equals("-")) {
      last.put("occurredAt", AttributeValue.fromS(newest[3]));
    }
    last.put("receivedAt", AttributeValue.fromS(newest[4]));
    return last;
  }
}
