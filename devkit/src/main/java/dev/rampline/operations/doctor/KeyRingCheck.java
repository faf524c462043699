package dev.rampline.operations.doctor;

import dev.rampline.adapter.aws.AwsFaults;
import dev.rampline.adapter.telemetry.KeyExpiry;
import dev.rampline.operations.doctor.CheckFinding.Failed;
import dev.rampline.verification.InvalidKeysException;
import dev.rampline.verification.Keys;
import dev.rampline.verification.KeysDocument;
import dev.rampline.verification.KeysUnavailableException;
import dev.rampline.verification.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Whether the receiver can use the document of keys, and for how long.
 *
 * @param document reads it
 */
record KeyRingCheck(Supplier<String> document, InstantSource clock) implements Check {
  private static final int MIN_CREDENTIAL_LENGTH = 16;

  private static final String REMEDY =
      "Put them right, starting from what stands there: docs/settings.md#the-key-ring.";

  @Override
  public String name() {
    return "keys";
  }

  @Override
  public List<CheckFinding> run() {
    try {
      return evaluate(KeysDocument.parse(document.get()));
    } catch (InvalidKeysException invalid) {
      return List.of(new Failed(invalid.getMessage() + ".", REMEDY));
    } catch (KeysUnavailableException unread) {
      return List.of(
          new Failed(
              "They cannot be read: " + cause(unread) + ".",
              "If the secret has no value yet, put one: docs/deploy.md#the-application; else see"
                  + " docs/runbook.md#rampline-key-load-failures."));
    }
  }

  private static String cause(KeysUnavailableException unread) {
    return unread.getCause() instanceof SdkException fault
        ? AwsFaults.name(fault)
        : "nobody knows why";
  }

  private List<CheckFinding> evaluate(KeysDocument read) {
    FindingCollector findings = new FindingCollector();
    Keys keys = read.keys();
    read.warnings().forEach(warning -> findings.warnUnless(false, warning + ".", REMEDY));
    KeyExpiry.of(keys).ifPresent(end -> evaluate(end, findings));
    evaluate("apiKey", keys.apiKey(), findings);
    evaluate("apiSecret", keys.apiSecret(), findings);
    return findings.orPassed(
        "%d access token(s), %d webhook secret(s), apiKey %s, apiSecret %s."
            .formatted(
                keys.accessTokens().size(),
                keys.webhookSecrets().size(),
                presence(keys.apiKey()),
                presence(keys.apiSecret())));
  }

  private void evaluate(Instant end, FindingCollector findings) {
    Instant now = clock.instant();
    String remedy = Runbook.entry("rampline-key-expiry");
    findings.failUnless(
        end.isAfter(now), "Every key of a kind has ended: what it signs is refused.", remedy);
    findings.warnUnless(
        !end.isAfter(now) || end.isAfter(now.plus(KeyExpiry.WARNING_PERIOD)),
        "Every key of a kind ends in %s, and no other is in the ring."
            .formatted(DurationText.of(Duration.between(now, end))),
        remedy);
  }

  private static void evaluate(
      String name, @Nullable Secret credential, FindingCollector findings) {
    findings.warnUnless(
        credential == null || isPlausible(credential.text()),
        name + " has few characters, or blanks in it.",
        "Copy it from the provider's dashboard again, whole and without what stands around it.");
  }

  private static boolean isPlausible(String credential) {
    return credential.length() >= MIN_CREDENTIAL_LENGTH
        && credential.chars().noneMatch(Character::isWhitespace);
  }

  private static String presence(@Nullable Secret credential) {
    return credential == null ? "absent" : "present";
  }
}
