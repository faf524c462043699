package dev.rampline.operations.doctor;

import dev.rampline.operations.doctor.CheckFinding.Skipped;
import dev.rampline.rotation.KeyRingEntry;
import dev.rampline.verification.InvalidKeysException;
import dev.rampline.verification.KeysUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Checks the age of the current access token and that it has not expired.
 *
 * @param document reads the key ring document
 */
record TokenAge(Supplier<String> document, InstantSource clock) implements Check {
  private static final String UNKNOWN = "unknown";

  @Override
  public String name() {
    return "access token";
  }

  @Override
  public List<CheckFinding> run() {
    try {
      return KeyRingEntry.parseAll(document.get()).stream()
          .findFirst()
          .map(this::evaluate)
          .orElseGet(() -> List.of(new Skipped("The key ring has no access token.")));
    } catch (InvalidKeysException | KeysUnavailableException unavailable) {
      // The check of the keys reports the cause.
      return List.of(new Skipped("Cannot read the keys."));
    }
  }

  private List<CheckFinding> evaluate(KeyRingEntry token) {
    Instant now = clock.instant();
    Optional<String> expiredFor =
        token.expiresAt().filter(expiry -> !expiry.isAfter(now)).map(expiry -> span(expiry, now));
    FindingCollector findings = new FindingCollector();
    findings.failUnless(
        expiredFor.isEmpty(),
        "The token expired %s ago: the provider's API rejects it.".formatted(expiredFor.orElse("")),
        Runbook.entry("rampline-token-not-renewed"));
    return findings.orPassed(
        "Issue time: %s. Expiry: %s."
            .formatted(
                token.obtainedAt().map(at -> span(at, now) + " ago").orElse(UNKNOWN),
                token.expiresAt().map(expiry -> "in " + span(now, expiry)).orElse(UNKNOWN)));
  }

  private static String span(Instant from, Instant to) {
    return DurationText.of(Duration.between(from, to));
  }
}
