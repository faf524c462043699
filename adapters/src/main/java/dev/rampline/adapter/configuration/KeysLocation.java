package dev.rampline.adapter.configuration;

import dev.rampline.verification.Secret;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The location of the keys. */
public sealed interface KeysLocation {
  /** The variable with the secret of the API key and API secret. */
  String API_SECRET_ID = "RAMPLINE_API_SECRET_ID";

  /** The variable that lets the published sample keys be used, on a laptop. */
  String SAMPLE_KEYS = "RAMPLINE_SAMPLE_KEYS";

  /**
   * The keys are in Secrets Manager.
   *
   * @param secretId the name or ARN of the secret with the verification keys
   * @param apiSecretId the name or ARN of the secret with the API key and secret; null for a
   *     process that does not use them
   */
  record SecretsManager(String secretId, @Nullable String apiSecretId) implements KeysLocation {
    public SecretsManager {
      Objects.requireNonNull(secretId, "secretId");
    }
  }

  /**
   * The keys are in an environment variable, for local use.
   *
   * @param document the JSON of both secrets in one document
   * @param acceptsSamples whether the published sample keys are accepted
   */
  record Inline(Secret document, boolean acceptsSamples) implements KeysLocation {
    public Inline {
      Objects.requireNonNull(document, "document");
    }
  }

  /**
   * Reads {@code RAMPLINE_SECRET_ID} and {@code RAMPLINE_KEYS}, exactly one of which must be set.
   * {@code RAMPLINE_API_SECRET_ID} belongs to the former, {@code RAMPLINE_SAMPLE_KEYS} to the
   * latter.
   */
  static KeysLocation of(EnvironmentVariables variables) {
    Optional<String> secretId = variables.find("RAMPLINE_SECRET_ID");
    Optional<String> apiSecretId = variables.find(API_SECRET_ID);
    Optional<String> document = variables.find("RAMPLINE_KEYS");
    boolean acceptsSamples = variables.matches(SAMPLE_KEYS, "accept", "accept, or unset");
    if (document.isPresent()) {
      requireUnset("RAMPLINE_KEYS", "RAMPLINE_SECRET_ID", secretId);
      requireUnset("RAMPLINE_KEYS", API_SECRET_ID, apiSecretId);
    } else if (acceptsSamples) {
      requireUnset(SAMPLE_KEYS, "RAMPLINE_SECRET_ID", secretId);
    }
    return secretId
        .<KeysLocation>map(id -> new SecretsManager(id, apiSecretId.orElse(null)))
        .or(() -> document.map(text -> new Inline(new Secret(text, null), acceptsSamples)))
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "RAMPLINE_SECRET_ID",
                    "is missing: set it to the name of the secret with the key ring, or"
                        + " RAMPLINE_KEYS to the key ring itself"));
  }

  private static void requireUnset(String variable, String other, Optional<String> value) {
    if (value.isPresent()) {
      throw new ConfigurationException(
          variable, "is set beside %s: unset one of them".formatted(other));
    }
  }
}
