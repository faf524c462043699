package dev.rampline.devkit.doctor;

import dev.rampline.devkit.doctor.Finding.Skipped;
import dev.rampline.rotation.TokenLife;
import dev.rampline.verification.InvalidKeysException;
import dev.rampline.verification.KeysUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How old the current access token is, and whether it still opens the provider's API.
 *
 * @param document reads the keys
 */
record TokenAge(Supplier<String> document, InstantSource clock) implements Check {
  @Override
  public String name() {
    return "access token";
  }

  @Override
  public List<Finding> look() {
    try {
      return TokenLife.allIn(document.get()).stream()
          .findFirst()
          .map(this::judge)
          .orElseGet(() -> List.of(new Skipped("There is none.")));
    } catch (InvalidKeysException | KeysUnavailableException none) {
      return List.of(new Skipped("The keys cannot be read."));
    }
  }

  private List<Finding> judge(TokenLife token) {
    Instant now = clock.instant();
    Instant end = token.expiresAt();
    Findings findings = new Findings();
    findings.wrongUnless(
        end == null || end.isAfter(now),
        "It ended %s ago: the provider's API refuses it.".formatted(span(now, end)),
        Runbook.entry("rampline-token-not-renewed"));
    return findings.orFine(
        "Obtained %s, ends %s."
            .formatted(
                token.obtainedAt() == null
                    ? "nobody wrote down when"
                    : span(token.obtainedAt(), now) + " ago",
                end == null ? "nobody knows when" : "in " + span(now, end)));
  }

  private static String span(Instant from, @Nullable Instant to) {
    return Span.of(Duration.between(from, to == null ? from : to));
  }
}
