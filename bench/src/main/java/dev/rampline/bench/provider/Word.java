package dev.rampline.bench.provider;

import java.util.Map;

/**
 * What the provider says once: of one order, at one stage.
 *
 * @param number which it is
 * @param subject whom consumers know it by
 * @param stage that it tells
 * @param facts that it tells
 * @param payload as it is signed
 */
public record Word(
    int number,
    String subject,
    Stage stage,
    Map<String, Object> facts,
    Map<String, Object> payload) {
  @Override
  public String toString() {
    return "word %d (%s is %s)".formatted(number, subject, stage);
  }
}
