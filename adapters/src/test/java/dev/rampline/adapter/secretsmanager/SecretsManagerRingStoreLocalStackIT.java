package dev.rampline.adapter.secretsmanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.adapter.AwsUnderTest;
import dev.rampline.adapter.LocalStackAws;
import dev.rampline.rotation.RingStore;
import dev.rampline.rotation.RingStoreContract;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;

final class SecretsManagerRingStoreLocalStackIT extends RingStoreContract {
  @RegisterExtension private static final LocalStackAws AWS = new LocalStackAws();

  private final String name = "rampline/contract/" + UUID.randomUUID();
  private final SecretsManagerClient client = client();

  @AfterEach
  void close() {
    client.close();
  }

  @Override
  protected RingStore holding(String text) {
    client.createSecret(secret -> secret.name(name).secretString(text));
    return new SecretsManagerRingStore(client, name);
  }

  @Override
  protected void put(RingStore store, String text) {
    client.putSecretValue(secret -> secret.secretId(name).secretString(text));
  }

  @Test
  void document_replacedByARunThatCrashedHalfWay_isTheOneBefore() {
    RingStore store = holding("before");
    client.putSecretValue(
        secret -> secret.secretId(name).secretString("crashed").versionStages("RAMPLINE_NEXT"));
    Deadline soon = Deadline.after(Duration.ofSeconds(20), InstantSource.system());

    assertThat(store.read(soon).text()).isEqualTo("before");
    store.replace(store.read(soon), "after", soon);
    assertThat(store.read(soon).text()).isEqualTo("after");
  }

  private static SecretsManagerClient client() {
    SecretsManagerClientBuilder builder = AwsUnderTest.secretsManager(AWS.aws().dynamoDbEndpoint());
    ClientOverrideConfiguration limits = builder.overrideConfiguration();
    return builder
        .overrideConfiguration(
            limits.toBuilder().addExecutionInterceptor(new OneCallAtATime()).build())
        .build();
  }
}
