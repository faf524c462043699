package dev.rampline.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.adapter.aws.Clients;
import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.adapter.wiring.SharedWiring;
import dev.rampline.subscriber.socket.Credentials;
import dev.rampline.verification.KeyRing;
import dev.rampline.verification.Keys;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ApiKeysTest {
  private static final String RING =
      "{\"accessTokens\":[\"an-access-token-of-fair-length-000\"],\"apiKey\":\"key-of-the-ring\"}";

  private final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "RAMPLINE_TABLE", "rampline-ledger",
              "RAMPLINE_QUEUE_URL", "http://127.0.0.1:1/0/rampline-events.fifo",
              "RAMPLINE_SOCKET_URL", "wss://socket.example"));

  @Test
  void apiKeyOfTheSettings_isEnough() {
    environment.put("RAMPLINE_API_KEY", "key-of-the-settings");

    assertThat(credentials("staging").get())
        .isEqualTo(new Credentials("key-of-the-settings", "STAGING"));
    assertThat(keys().ring().keys().apiKey()).isNotNull();
  }

  @Test
  void apiKeyOfTheSettings_precedesTheKeyRing() {
    environment.put("RAMPLINE_KEYS", RING);
    assertThat(credentials("production").get())
        .isEqualTo(new Credentials("key-of-the-ring", "PRODUCTION"));

    environment.put("RAMPLINE_API_KEY", "key-of-the-settings");
    assertThat(credentials("production").get().apiKey()).isEqualTo("key-of-the-settings");
    assertThat(keys().ring().keys().accessTokens()).hasSize(1);
  }

  @Test
  void inlineKeysWithoutAnApiKey_areInvalid() {
    environment.put("RAMPLINE_KEYS", RING.replace("apiKey", "apiSecret"));

    assertThatThrownBy(this::keys)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("RAMPLINE_API_KEY is missing");
  }

  @Test
  void secretWithoutAnApiKey_failsTheAttemptToConnect() {
    Supplier<Credentials> credentials =
        new ApiKeys(KeyRing.fixed(Keys.NONE), null).credentials("staging");

    assertThatThrownBy(credentials::get)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The secret of the API credentials contains no apiKey. Add it to the secret.");
  }

  private Supplier<Credentials> credentials(String name) {
    return keys().credentials(name);
  }

  private ApiKeys keys() {
    return ApiKeys.of(
        SubscriberSettings.of(environment),
        new SharedWiring(
            "subscriber", Clients.ofEnvironment(), entry -> {}, InstantSource.system()));
  }
}
