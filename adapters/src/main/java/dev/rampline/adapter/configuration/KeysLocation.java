package dev.rampline.adapter.configuration;

import dev.rampline.verification.Secret;
import java.util.Objects;
import java.util.Optional;

/** Where the keys are. */
public sealed interface KeysLocation {

  /**
   * In Secrets Manager.
   *
   * @param secretId the secret's name or ARN
   */
  record SecretsManager(String secretId) implements KeysLocation {
    public SecretsManager {
      Objects.requireNonNull(secretId, "secretId");
    }
  }

  /**
   * In the environment itself: for local use.
   *
   * @param document the same JSON that the secret would hold
   */
  record Inline(Secret document) implements KeysLocation {
    public Inline {
      Objects.requireNonNull(document, "document");
    }
  }

  /** Reads the two variables, of which exactly one is set. */
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
