package dev.rampline.adapter.secretsmanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.adapter.LocalStackAws;
import dev.rampline.verification.Secret;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

final class SecretsManagerKeySourceLocalStackIT {
  private static final String FIRST = "first-token-of-32-bytes-or-longer";
  private static final String SECOND = "other-token-of-32-bytes-or-longer";

  @RegisterExtension private static final LocalStackAws AWS = new LocalStackAws();

  private final String name = "rampline/contract/" + UUID.randomUUID();
  private final SecretsManagerClient client = AWS.aws().secretsManager();

  @AfterEach
  void delete() {
    client.deleteSecret(secret -> secret.secretId(name).forceDeleteWithoutRecovery(true));
    client.close();
  }

  @Test
  void replacedSecret_isReadAgain() {
    client.createSecret(secret -> secret.name(name).secretString(containing(FIRST)));
    SecretsManagerKeySource source = new SecretsManagerKeySource(client, name, null);

    assertThat(source.read().keys().accessTokens()).extracting(Secret::text).containsExactly(FIRST);
    client.putSecretValue(secret -> secret.secretId(name).secretString(containing(SECOND)));
    assertThat(source.read().keys().accessTokens())
        .extracting(Secret::text)
        .containsExactly(SECOND);
  }

  private static String containing(String token) {
    return "{\"accessTokens\":[\"" + token + "\"]}";
  }
}
