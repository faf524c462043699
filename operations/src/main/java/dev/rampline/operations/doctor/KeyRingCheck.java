package dev.rampline.operations.doctor;

import dev.rampline.adapter.aws.AwsFaults;
import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.adapter.telemetry.KeyExpiry;
import dev.rampline.operations.doctor.CheckFinding.Failed;
import dev.rampline.verification.InvalidKeysException;
import dev.rampline.verification.KeySource;
import dev.rampline.verification.Keys;
import dev.rampline.verification.KeysDocument;
import dev.rampline.verification.KeysUnavailableException;
import dev.rampline.verification.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Checks that the receiver can use the keys, and when they expire.
 *
 * @param keys reads the keys as the functions do
 */
record KeyRingCheck(KeySource keys, InstantSource clock) implements Check {
  private static final int MIN_CREDENTIAL_LENGTH = 16;

  private static final String REMEDY =
      "Correct the key ring document: see docs/settings.md#the-key-ring.";

  @Override
  public String name() {
    return "keys";
  }

  @Override
  public List<CheckFinding> run() {
    try {
      return evaluate(keys.read());
    } catch (InvalidKeysException invalid) {
      return List.of(new Failed(invalid.getMessage() + ".", REMEDY));
    } catch (KeysUnavailableException failure) {
      return List.of(
          new Failed(
              "Cannot read the keys: " + cause(failure) + ".",
              "If the secret has no value yet, set one: docs/going-live.md#deploy."
                  + " Otherwise see"
                  + " docs/runbook.md#rampline-key-load-failures."));
    }
  }

  private static String cause(KeysUnavailableException failure) {
    return failure.getCause() instanceof SdkClientException unreachable
        ? AwsFaults.description(unreachable)
        : FaultName.ofRootCause(failure);
  }

  private List<CheckFinding> evaluate(KeysDocument keyRing) {
    FindingCollector findings = new FindingCollector();
    Keys found = keyRing.keys();
    keyRing.warnings().forEach(warning -> findings.warnUnless(false, warning + ".", REMEDY));
    KeyExpiry.of(found).ifPresent(expiry -> evaluate(expiry, findings));
    evaluate("apiKey", found.apiKey(), findings);
    evaluate("apiSecret", found.apiSecret(), findings);
    return findings.orPassed(
        "%d access token(s), %d webhook secret(s), apiKey %s, apiSecret %s."
            .formatted(
                found.accessTokens().size(),
                found.webhookSecrets().size(),
                presence(found.apiKey()),
                presence(found.apiSecret())));
  }

  private void evaluate(Instant expiry, FindingCollector findings) {
    Instant now = clock.instant();
    String remedy = Runbook.entry("rampline-key-expiry");
    findings.failUnless(
        expiry.isAfter(now),
        "All keys of this kind have expired: the receiver rejects what they sign.",
        remedy);
    findings.warnUnless(
        !expiry.isAfter(now) || expiry.isAfter(now.plus(KeyExpiry.WARNING_PERIOD)),
        "The last key of a kind expires in %s."
            .formatted(DurationText.of(Duration.between(now, expiry))),
        remedy);
  }

  private static void evaluate(
      String name, @Nullable Secret credential, FindingCollector findings) {
    findings.warnUnless(
        credential == null || credential.text().length() >= MIN_CREDENTIAL_LENGTH,
        name + " has too few characters.",
        "Copy the whole value from the provider's dashboard again.");
  }

  private static String presence(@Nullable Secret credential) {
    return credential == null ? "absent" : "present";
  }
}
