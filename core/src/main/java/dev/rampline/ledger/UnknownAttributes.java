package dev.rampline.ledger;

import java.util.Map;

/**
 * Attributes that a newer version of the code wrote. They are opaque and copied unchanged, so that
 * a rollback does not delete them.
 *
 * @param attributes values by name, in the adapter's own format; only the adapter reads them
 */
public record UnknownAttributes(Map<String, Object> attributes) {
  /** No unknown attributes. */
  public static final UnknownAttributes NONE = new UnknownAttributes(Map.of());

  public UnknownAttributes {
    attributes = Map.copyOf(attributes);
  }
}
