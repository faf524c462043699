package dev.rampline.ledger;

import java.util.Map;

/**
 * Attributes that a newer version of the code wrote. They are opaque and copied unchanged, so that
 * a rollback does not delete them.
 *
 * @param attributes values by name, in the adapter's own format; only the adapter reads them
 * @param bytes their share of the item size
 */
public record UnknownAttributes(Map<String, Object> attributes, int bytes) {
  /** No unknown attributes. */
  public static final UnknownAttributes NONE = new UnknownAttributes(Map.of(), 0);

  public UnknownAttributes {
    attributes = Map.copyOf(attributes);
  }
}
