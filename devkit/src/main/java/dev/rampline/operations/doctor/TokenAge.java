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
 * How old the current access token is, and whether it still opens the provider's API.
 *
 * @param document reads the keys
 */
record TokenAge(Supplier<String> document, InstantSource clock) implements Check {
  private static final String UNKNOWN = "at a time that nobody wrote down";

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
          .orElseGet(() -> List.of(new Skipped("There is none.")));
    } catch (InvalidKeysException | KeysUnavailableException none) {
      return List.of(new Skipped("The keys cannot be read."));
    }
  }

  private List<CheckFinding> evaluate(KeyRingEntry token) {
    Instant now = clock.instant();
    Optional<String> ended =
        token.expiresAt().filter(end -> !end.isAfter(now)).map(end -> span(end, now));
    FindingCollector findings = new FindingCollector();
    findings.failUnless(
        ended.isEmpty(),
        "It ended %s ago: the provider's API refuses it.".formatted(ended.orElse("")),
        Runbook.entry("rampline-token-not-renewed"));
    return findings.orPassed(
        "Obtained %s, ends %s."
            .formatted(
                token.obtainedAt().map(at -> span(at, now) + " ago").orElse(UNKNOWN),
                token.expiresAt().map(end -> "in " + span(now, end)).orElse(UNKNOWN)));
  }

  private static String span(Instant from, Instant to) {
    return DurationText.of(Duration.between(from, to));
  }
}
