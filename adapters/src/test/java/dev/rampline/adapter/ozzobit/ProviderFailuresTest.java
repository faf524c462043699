package dev.rampline.adapter.ozzobit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rampline.adapter.PlainTextServer;
import dev.rampline.adapter.UnreachableAddresses;
import dev.rampline.adapter.UnresponsiveServer;
import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.failure.CallFailure;
import dev.rampline.failure.FailureCause;
import dev.rampline.reconcile.ProviderException;
import dev.rampline.rotation.TokenProvider.Reply;
import dev.rampline.time.Deadline;
import dev.rampline.verification.KeyRing;
import dev.rampline.verification.Keys;
import dev.rampline.verification.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each failure of the provider's API, over real sockets, has its own cause. */
class ProviderFailuresTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Secret SECRET = new Secret("canary-access-token", null);

  @Test
  void unresolvableName() {
    assertCause(FailureCause.NAME_NOT_RESOLVED, UnreachableAddresses.UNRESOLVABLE_URL);
  }

  @Test
  void closedPort() {
    assertCause(FailureCause.CONNECTION_REFUSED, UnreachableAddresses.closedPortUrl());
  }

  @Test
  void serverWithoutTls() {
    try (PlainTextServer server = new PlainTextServer()) {
      assertCause(FailureCause.TLS_FAILED, server.httpsUrl());
    }
  }

  @Test
  void serverThatNeverResponds() {
    try (UnresponsiveServer server = new UnresponsiveServer(UnresponsiveServer.Kind.SILENT)) {
      String url = server.endpoint().toString();

      ProviderException failure = lookUp(url, Duration.ofMillis(300));

      assertThat(failure.failure()).isEqualTo(CallFailure.of(FailureCause.TIMEOUT));
      assertThat(failure).hasCauseInstanceOf(Exception.class);
    }
  }

  @Test
  void connectionThatEndsWithoutResponse() {
    try (ScriptedProvider server = new ScriptedProvider()) {
      for (int attempt = 0; attempt < ProviderApi.MAX_ATTEMPTS; attempt++) {
        server.then(exchange -> {});
      }
      assertThat(lookUp(server.base().toString(), Duration.ofSeconds(30)).failure())
          .isEqualTo(CallFailure.of(FailureCause.CONNECTION_FAILED));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "301, http-3xx",
    "400, http-4xx",
    "401, http-401",
    "403, http-403",
    "429, http-429",
    "500, http-5xx",
    "503, http-5xx",
    "204, http-other"
  })
  void status_isTheCause_whateverTheBody(int status, String cause) {
    CallFailure failure = failureOf(status, status == 204 ? "" : "{\"statusCode\":404}");

    assertThat(failure.cause().text()).isEqualTo(cause);
    assertThat(failure.status()).isEqualTo(status);
  }

  @Test
  void missingList_isTheCause() {
    try (ScriptedProvider server = new ScriptedProvider()) {
      server.then(404, "");
      try (ProviderApi api = api(server.base().toString())) {
        ProviderException failure =
            catchThrowableOfType(
                ProviderException.class,
                () -> client(api).orders(1, Deadline.after(Duration.ofSeconds(30), CLOCK)));
        assertThat(failure.failure()).isEqualTo(CallFailure.ofStatus(404));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>canary</html>", ""})
  void bodyThatIsNotJson(String body) {
    assertThat(failureOf(200, body))
        .isEqualTo(new CallFailure(FailureCause.RESPONSE_NOT_JSON, 200));
  }

  @Test
  void bodyThatIsTooLarge() {
    assertThat(failureOf(200, " ".repeat(ProviderApi.MAX_BYTES + 1)))
        .isEqualTo(new CallFailure(FailureCause.RESPONSE_TOO_LARGE, 200));
    assertThat(failureOf(403, " ".repeat(ProviderApi.MAX_BYTES + 1)))
        .isEqualTo(CallFailure.ofStatus(403));
  }

  private static void assertCause(FailureCause cause, String url) {
    ProviderException failure = lookUp(url, Duration.ofSeconds(30));

    assertThat(failure.failure()).isEqualTo(CallFailure.of(cause));
    assertThat(failure.getMessage()).contains(cause.description()).doesNotContain("canary");
    assertThat(failure).hasCauseInstanceOf(Exception.class);
    assertThat(FaultName.ofRootCause(failure)).isEqualTo(cause.text());
    try (ProviderApi api = api(url)) {
      assertThat(
              new OzzobitTokenProvider(api)
                  .requestToken(SECRET, SECRET, Deadline.after(Duration.ofSeconds(30), CLOCK)))
          .isEqualTo(new Reply.Unavailable(CallFailure.of(cause)));
    }
  }

  private static CallFailure failureOf(int status, String body) {
    try (ScriptedProvider server = new ScriptedProvider()) {
      for (int attempt = 0; attempt < ProviderApi.MAX_ATTEMPTS; attempt++) {
        server.then(status, body);
      }
      return lookUp(server.base().toString(), Duration.ofSeconds(30)).failure();
    }
  }

  private static ProviderException lookUp(String url, Duration time) {
    try (ProviderApi api = api(url)) {
      return catchThrowableOfType(
          ProviderException.class, () -> client(api).order("o-1", Deadline.after(time, CLOCK)));
    }
  }

  private static ProviderApi api(String url) {
    return new ProviderApi(URI.create(url), CLOCK, new Random(1), _ -> {});
  }

  private static OzzobitProviderClient client(ProviderApi api) {
    KeyRing keys = KeyRing.fixed(new Keys(List.of(SECRET), List.of(), SECRET, SECRET));
    return new OzzobitProviderClient(
        api, EndpointAuth.all(ProviderAuth.BEARER_TOKEN), 1_000, keys, _ -> {});
  }
}
