package dev.rampline.adapter.secretsmanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.adapter.LocalStackAws;
import dev.rampline.rotation.KeyRingStore;
import dev.rampline.rotation.KeyRingStoreContract;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

final class SecretsManagerKeyRingStoreLocalStackIT extends KeyRingStoreContract {
  @RegisterExtension private static final LocalStackAws AWS = new LocalStackAws();

  private final String name = "rampline/contract/" + UUID.randomUUID();
  private final SecretsManagerClient client = AWS.aws().secretsManager();

  @AfterEach
  void delete() {
    client.deleteSecret(secret -> secret.secretId(name).forceDeleteWithoutRecovery(true));
    client.close();
  }

  @Override
  protected KeyRingStore containing(String text) {
    client.createSecret(secret -> secret.name(name).secretString(text));
    return new SerializedKeyRingStore(new SecretsManagerKeyRingStore(client, name));
  }

  @Override
  protected void put(KeyRingStore store, String text) {
    client.putSecretValue(secret -> secret.secretId(name).secretString(text));
  }

  @Test
  void documentOfACrashedRun_isNotCurrent() {
    KeyRingStore store = containing("before");
    client.putSecretValue(
        secret -> secret.secretId(name).secretString("crashed").versionStages("RAMPLINE_NEXT"));
    Deadline soon = Deadline.after(Duration.ofSeconds(20), InstantSource.system());

    assertThat(store.read(soon).text()).isEqualTo("before");
    store.replace(store.read(soon), "after", soon);
    assertThat(store.read(soon).text()).isEqualTo("after");
  }
}
