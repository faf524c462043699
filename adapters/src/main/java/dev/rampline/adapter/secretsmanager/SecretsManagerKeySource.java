package dev.rampline.adapter.secretsmanager;

import dev.rampline.adapter.aws.CallLimits;
import dev.rampline.time.Deadline;
import dev.rampline.verification.KeySource;
import dev.rampline.verification.KeysDocument;
import dev.rampline.verification.KeysUnavailableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;

/** Reads the keys from a secret's current version; no result is cached. Thread-safe. */
public final class SecretsManagerKeySource implements KeySource {
  /** A webhook waits for this and has 8 s in total. */
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final SecretsManagerClient client;
  private final String secretId;

  public SecretsManagerKeySource(SecretsManagerClient client, String secretId) {
    this.client = Objects.requireNonNull(client, "client");
    this.secretId = Objects.requireNonNull(secretId, "secretId");
  }

  @Override
  public KeysDocument read() {
    return KeysDocument.parse(Objects.requireNonNullElse(secretString(), ""));
  }

  private String secretString() {
    GetSecretValueRequest request =
        GetSecretValueRequest.builder()
            .secretId(secretId)
            .overrideConfiguration(CallLimits.until(Deadline.after(LIMIT, InstantSource.system())))
            .build();
    try {
      return client.getSecretValue(request).secretString();
    } catch (SdkException fault) {
      throw new KeysUnavailableException("The secret that holds the keys cannot be read", fault);
    }
  }
}
