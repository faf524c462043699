package dev.rampline.adapter.secretsmanager;

import dev.rampline.adapter.aws.CallLimit;
import dev.rampline.rotation.KeyRingStore;
import dev.rampline.rotation.StoredKeyRing;
import dev.rampline.time.Deadline;
import dev.rampline.verification.KeysUnavailableException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * The key document in a secret's current version. A new version is stored first. It becomes current
 * by moving the label {@code AWSCURRENT}, which Secrets Manager does only if the label is still on
 * the version that was read. Thread-safe.
 */
public final class SecretsManagerKeyRingStore implements KeyRingStore {
  private static final String CURRENT = "AWSCURRENT";

  /**
   * One label for all new versions: if a crash leaves a version with it, the next version takes the
   * label, and Secrets Manager deletes the old one.
   */
  private static final String NEXT = "RAMPLINE_NEXT";

  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final SecretsManagerClient client;
  private final String secretId;

  public SecretsManagerKeyRingStore(SecretsManagerClient client, String secretId) {
    this.client = Objects.requireNonNull(client, "client");
    this.secretId = Objects.requireNonNull(secretId, "secretId");
  }

  @Override
  public StoredKeyRing read(Deadline deadline) {
    GetSecretValueResponse value = call(deadline, () -> current());
    return new StoredKeyRing(
        value.versionId(), Objects.requireNonNullElse(value.secretString(), ""));
  }

  @Override
  public Replacement replace(StoredKeyRing current, String text, Deadline deadline) {
    String version = call(deadline, () -> putNextVersion(text));
    return call(deadline, () -> moveCurrent(current.version(), version));
  }

  private String putNextVersion(String text) {
    return client
        .putSecretValue(put -> put.secretId(secretId).secretString(text).versionStages(NEXT))
        .versionId();
  }

  private Replacement moveCurrent(String from, String to) {
    try {
      client.updateSecretVersionStage(
          move ->
              move.secretId(secretId)
                  .versionStage(CURRENT)
                  .removeFromVersionId(from)
                  .moveToVersionId(to));
      return Replacement.WRITTEN;
    } catch (InvalidParameterException
        | InvalidRequestException
        | ResourceNotFoundException rejection) {
      // A retry after a lost response also gets this error.
      String current = current().versionId();
      if (current.equals(from)) {
        throw rejection;
      }
      return current.equals(to) ? Replacement.WRITTEN : Replacement.SUPERSEDED;
    }
  }

  private GetSecretValueResponse current() {
    return client.getSecretValue(get -> get.secretId(secretId));
  }

  private static <T> T call(Deadline deadline, Supplier<T> call) {
    if (deadline.hasPassed()) {
      throw new KeysUnavailableException(
          "No time is left to call Secrets Manager", new TimeoutException());
    }
    try {
      return CallLimit.within(deadline.within(LIMIT), call);
    } catch (SdkException fault) {
      throw new KeysUnavailableException(
          "Secrets Manager did not return the secret with the keys", fault);
    }
  }
}
