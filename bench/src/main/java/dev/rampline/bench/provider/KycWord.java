package dev.rampline.bench.provider;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the provider says once of a customer.
 *
 * @param verdict that it tells
 * @param at when that was, where it says so
 */
public record KycWord(
    int number, String subject, Verdict verdict, @Nullable Instant at, Map<String, Object> payload)
    implements Word {
  @Override
  public String toString() {
    return "word %d (%s is %s%s)"
        .formatted(number, subject, verdict, at == null ? "" : " at " + at);
  }
}
