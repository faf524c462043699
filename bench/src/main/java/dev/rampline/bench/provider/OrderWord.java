package dev.rampline.bench.provider;

import java.util.Map;

/**
 * What the provider says once of an order, at one stage.
 *
 * @param stage that it tells
 * @param facts that it tells
 */
public record OrderWord(
    int number, String subject, Stage stage, Map<String, Object> facts, Map<String, Object> payload)
    implements Word {
  /** The provider's id of the order. */
  public String orderId() {
    return subject.substring(subject.indexOf('/') + 1);
  }

  @Override
  public String toString() {
    return "word %d (%s is %s)".formatted(number, subject, stage);
  }
}
