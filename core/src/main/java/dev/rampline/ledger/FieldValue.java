package dev.rampline.ledger;

import java.util.Objects;

/**
 * A field value and its precedence.
 *
 * @param value canonical text
 * @param precedence its precedence
 */
public record FieldValue(String value, FieldPrecedence precedence) {
  public FieldValue {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(precedence, "precedence");
  }
}
