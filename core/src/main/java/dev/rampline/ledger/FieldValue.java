package dev.rampline.ledger;

import java.util.Objects;

/**
 * A value and the weight with which it was told.
 *
 * @param value canonical text
 * @param precedence its tag
 */
public record FieldValue(String value, FieldPrecedence precedence) {
  public FieldValue {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(precedence, "told");
  }
}
