package dev.rampline.ledger;

import java.util.Objects;

/**
 * A value and the weight with which it was told.
 *
 * @param value canonical text
 * @param told its tag
 */
public record Fact(String value, Told told) {
  public Fact {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(told, "told");
  }
}
