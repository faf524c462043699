package dev.rampline.adapter.secretsmanager;

import dev.rampline.adapter.aws.CallLimit;
import dev.rampline.time.Deadline;
import dev.rampline.verification.KeySource;
import dev.rampline.verification.Keys;
import dev.rampline.verification.KeysDocument;
import dev.rampline.verification.KeysUnavailableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * Reads the verification keys from one secret's current version and, for a process that calls the
 * provider's API, the API key and secret from another's; no result is cached. Thread-safe.
 */
public final class SecretsManagerKeySource implements KeySource {
  /** A webhook waits for this and has 8 s in total. */
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final SecretsManagerClient client;
  private final String secretId;
  private final @Nullable String apiSecretId;
  private final Duration limit;

  /**
   * Creates a key source.
   *
   * @param apiSecretId the secret with the API key and secret; null if they are not used
   */
  public SecretsManagerKeySource(
      SecretsManagerClient client, String secretId, @Nullable String apiSecretId) {
    this(client, secretId, apiSecretId, LIMIT);
  }

  /**
   * Creates a key source.
   *
   * @param apiSecretId the secret with the API key and secret; null if they are not used
   * @param limit the time limit for each secret
   */
  public SecretsManagerKeySource(
      SecretsManagerClient client, String secretId, @Nullable String apiSecretId, Duration limit) {
    this.client = Objects.requireNonNull(client, "client");
    this.secretId = Objects.requireNonNull(secretId, "secretId");
    this.apiSecretId = apiSecretId;
    this.limit = Objects.requireNonNull(limit, "limit");
  }

  /** Returns a source of the API key and secret alone. */
  public static KeySource ofCredentials(SecretsManagerClient client, String apiSecretId) {
    return () -> new KeysDocument(credentials(client, apiSecretId, LIMIT), List.of());
  }

  @Override
  public KeysDocument read() {
    return KeysDocument.parse(secretString(client, secretId, limit))
        .withCredentials(apiSecretId == null ? Keys.NONE : credentials(client, apiSecretId, limit));
  }

  /** A secret without a value contains no credentials: not every credential needs them. */
  private static Keys credentials(SecretsManagerClient client, String apiSecretId, Duration limit) {
    try {
      return KeysDocument.parseAllowingEmpty(secretString(client, apiSecretId, limit)).keys();
    } catch (KeysUnavailableException unavailable) {
      if (unavailable.getCause() instanceof ResourceNotFoundException) {
        return Keys.NONE;
      }
      throw unavailable;
    }
  }

  private static String secretString(SecretsManagerClient client, String secretId, Duration limit) {
    try {
      return Objects.requireNonNullElse(
          CallLimit.within(
              Deadline.after(limit, InstantSource.system()),
              () -> client.getSecretValue(get -> get.secretId(secretId)).secretString()),
          "");
    } catch (SdkException fault) {
      throw new KeysUnavailableException("The secret that holds the keys cannot be read", fault);
    }
  }
}
