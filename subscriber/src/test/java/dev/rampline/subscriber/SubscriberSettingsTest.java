package dev.rampline.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.adapter.configuration.IngestSettings;
import dev.rampline.adapter.configuration.KeysLocation;
import dev.rampline.adapter.configuration.ProviderSettings;
import dev.rampline.adapter.configuration.PublishingSettings;
import dev.rampline.adapter.ozzobit.EndpointAuth;
import dev.rampline.adapter.ozzobit.ProviderAuth;
import dev.rampline.decoding.Vocabulary;
import dev.rampline.lifecycle.LookupScope;
import dev.rampline.reconcile.LookbackWindow;
import dev.rampline.subscriber.socket.SocketSettings;
import dev.rampline.verification.Secret;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriberSettingsTest {
  private static final String QUEUE = "https://sqs.eu-west-1.example/1/rampline-events.fifo";
  private static final Map<String, String> REQUIRED_VARIABLES =
      Map.of(
          "RAMPLINE_TABLE", "rampline-ledger",
          "RAMPLINE_QUEUE_URL", QUEUE,
          "RAMPLINE_SECRET_ID", "rampline/keys",
          "RAMPLINE_API_SECRET_ID", "rampline/api",
          "RAMPLINE_SOCKET_URL", "wss://provider.example");

  @Test
  void defaults() {
    assertThat(SubscriberSettings.of(REQUIRED_VARIABLES))
        .isEqualTo(
            new SubscriberSettings(
                new IngestSettings(
                    "rampline-ledger",
                    Vocabulary.DOCUMENTED,
                    Set.of(),
                    Duration.ofSeconds(3),
                    new PublishingSettings(QUEUE, "production"),
                    1,
                    LookupScope.NONE),
                new SocketSettings(
                    URI.create("wss://provider.example"), "/ws", "/socket.io/", List.of()),
                null,
                new KeysLocation.SecretsManager("rampline/keys", "rampline/api"),
                null,
                20_000,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 8090),
                null));
  }

  @Test
  void all_variables_are_read() {
    Map<String, String> allVariables = new HashMap<>(REQUIRED_VARIABLES);
    allVariables.put("RAMPLINE_API_KEY", "key");
    allVariables.put("RAMPLINE_SOCKET_URL", "http://127.0.0.1:8083/partners");
    allVariables.put("RAMPLINE_SOCKET_NAMESPACE", "/other");
    allVariables.put("RAMPLINE_SOCKET_PATH", "/ws/");
    allVariables.put("RAMPLINE_SOCKET_ORDERS", "o-1, o-2,o-1");
    allVariables.put("RAMPLINE_SOCKET_BUFFER", "1");
    allVariables.put("RAMPLINE_HEALTH_ADDRESS", "0.0.0.0");
    allVariables.put("RAMPLINE_HEALTH_PORT", "0");
    allVariables.put("RAMPLINE_PROVIDER_URL", "https://provider.example/api");

    SubscriberSettings settings = SubscriberSettings.of(allVariables);

    assertThat(settings.apiKey()).isEqualTo(new Secret("key", null));
    assertThat(settings.socket())
        .isEqualTo(
            new SocketSettings(
                URI.create("http://127.0.0.1:8083"), "/other", "/ws/", List.of("o-1", "o-2")));
    assertThat(settings.buffer()).isEqualTo(1);
    assertThat(settings.health()).isEqualTo(new InetSocketAddress("0.0.0.0", 0));
    assertThat(settings.provider())
        .isEqualTo(
            new ProviderSettings(
                URI.create("https://provider.example/api"),
                EndpointAuth.all(ProviderAuth.BEARER_TOKEN),
                5,
                new LookbackWindow(Duration.ofMinutes(15), Duration.ofDays(7))));
  }

  @ParameterizedTest
  @CsvSource({
    "wss://provider.example, /ws",
    "wss://provider.example/, /ws",
    "wss://provider.example/ws, /ws",
    "https://provider.example:8443/partners/, /partners",
    "ws://localhost:8083/a/b, /a/b",
  })
  void path_ofTheUrl_isTheNamespace(String url, String namespace) {
    SocketSettings socket = SubscriberSettings.of(with("RAMPLINE_SOCKET_URL", url)).socket();

    assertThat(socket.namespace()).isEqualTo(namespace);
    assertThat(socket.server().getRawPath()).isEmpty();
  }

  @Test
  void apiKey_makesKeysOptional() {
    Map<String, String> environment = with("RAMPLINE_SECRET_ID", "");
    environment.put("RAMPLINE_API_KEY", "key");

    assertThat(SubscriberSettings.of(environment).keys()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RAMPLINE_TABLE",
        "RAMPLINE_QUEUE_URL",
        "RAMPLINE_SECRET_ID",
        "RAMPLINE_SOCKET_URL"
      })
  void missingVariable_isNamed(String variable) {
    assertThatThrownBy(() -> SubscriberSettings.of(with(variable, " ")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(variable + " is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RAMPLINE_SOCKET_URL       | provider.example
          RAMPLINE_SOCKET_URL       | ws://provider.example/ws
          RAMPLINE_SOCKET_URL       | wss://canary@provider.example/ws
          RAMPLINE_SOCKET_URL       | wss://provider.example/ws?apiKey=canary
          RAMPLINE_SOCKET_URL       | wss://provider..example
          RAMPLINE_SOCKET_URL       | wss://provider.example:65536
          RAMPLINE_SOCKET_NAMESPACE | ws
          RAMPLINE_SOCKET_PATH      | socket.io
          RAMPLINE_SOCKET_ORDERS    | o-1,,o-2
          RAMPLINE_SOCKET_ORDERS    | o-1,o 2
          RAMPLINE_SOCKET_BUFFER    | 0
          RAMPLINE_SOCKET_BUFFER    | 1000001
          RAMPLINE_HEALTH_PORT      | 65536
          RAMPLINE_HEALTH_PORT      | http
          RAMPLINE_HEALTH_ADDRESS   | everywhere.example
          RAMPLINE_PROVIDER_URL     | http://provider.example
          """)
  void invalidValue_isOneErrorThatNamesTheVariable(String variable, String value) {
    assertThatThrownBy(() -> SubscriberSettings.of(with(variable, value)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(variable + " is not ")
        .hasMessageNotContaining(value)
        .hasMessageNotContaining("canary");
  }

  @Test
  void apiKey_doesNotPrint() {
    assertThat(SubscriberSettings.of(with("RAMPLINE_API_KEY", "canary")).toString())
        .doesNotContain("canary");
  }

  private static Map<String, String> with(String variable, String value) {
    Map<String, String> environment = new HashMap<>(REQUIRED_VARIABLES);
    environment.put(variable, value);
    return environment;
  }
}
