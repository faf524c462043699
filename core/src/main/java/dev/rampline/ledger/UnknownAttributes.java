package dev.rampline.ledger;

import java.util.Map;

/**
 * Attributes that a newer version of this code wrote: opaque, and carried over unchanged, so that a
 * rollback does not erase them.
 *
 * @param attributes by name, in the adapter's own form; nothing but the adapter reads them
 * @param bytes how much of the item they take
 */
public record UnknownAttributes(Map<String, Object> attributes, int bytes) {
  /** There are none. */
  public static final UnknownAttributes NONE = new UnknownAttributes(Map.of(), 0);

  public UnknownAttributes {
    attributes = Map.copyOf(attributes);
  }
}
