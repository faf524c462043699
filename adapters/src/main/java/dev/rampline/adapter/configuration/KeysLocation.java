package dev.rampline.adapter.configuration;

import dev.rampline.verification.Secret;
import java.util.Objects;
import java.util.Optional;

/** The location of the keys. */
public sealed interface KeysLocation {

  /**
   * The keys are in Secrets Manager.
   *
   * @param secretId the secret's name or ARN
   */
  record SecretsManager(String secretId) implements KeysLocation {
    public SecretsManager {
      Objects.requireNonNull(secretId, "secretId");
    }
  }

  /**
   * The keys are in an environment variable, for local use.
   *
   * @param document the same JSON as in the secret
   */
  record Inline(Secret document) implements KeysLocation {
    public Inline {
      Objects.requireNonNull(document, "document");
    }
  }

  /**
   * Reads {@code RAMPLINE_SECRET_ID} and {@code RAMPLINE_KEYS}, exactly one of which must be set.
   */
  static KeysLocation of(EnvironmentVariables variables) {
    Optional<String> secretId = variables.find("RAMPLINE_SECRET_ID");
    Optional<String> document = variables.find("RAMPLINE_KEYS");
    if (secretId.isPresent() && document.isPresent()) {
      throw new ConfigurationException(
          "RAMPLINE_KEYS", "is set beside RAMPLINE_SECRET_ID: unset one of them");
    }
    return secretId
        .<KeysLocation>map(SecretsManager::new)
        .or(() -> document.map(text -> new Inline(new Secret(text, null))))
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "RAMPLINE_SECRET_ID",
                    "is missing: set it to the name of the secret with the key ring, or"
                        + " RAMPLINE_KEYS to the key ring itself"));
  }
}
