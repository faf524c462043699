package dev.rampline.adapter.ozzobit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.failure.FailureCause;
import dev.rampline.json.Json;
import dev.rampline.reconcile.ProviderUnavailableException;
import dev.rampline.reconcile.UnreadableAnswerException;
import dev.rampline.time.Deadline;
import dev.rampline.verification.KeyRing;
import dev.rampline.verification.Keys;
import dev.rampline.verification.KeysUnavailableException;
import dev.rampline.verification.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls the API over HTTP, with valid and invalid responses. */
class OzzobitProviderClientTest {
  private static final InstantSource CLOCK = InstantSource.system();

  private final ScriptedProvider server = new ScriptedProvider();
  private final List<Duration> delays = new ArrayList<>();
  private final List<String> credentials = new ArrayList<>();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void orders_requestsTheLastUpdatedFirst() {
    server.then(200, "{\"data\":[]}");

    assertThat(provider(ProviderAuth.BEARER_TOKEN).orders(3, soon())).isInstanceOf(Json.Obj.class);

    assertThat(server.requests())
        .singleElement()
        .asString()
        .startsWith("GET /api/v2/orders?page=3&limit=100&sortBy=updatedAt&order=desc ");
  }

  @Test
  void ordersByCreation_requestsTheLastCreatedFirst() {
    server.then(200, "{\"data\":[]}");

    provider(ProviderAuth.BEARER_TOKEN).ordersByCreation(2, soon());

    assertThat(server.requests())
        .singleElement()
        .asString()
        .startsWith("GET /api/v2/orders?page=2&limit=100&sortBy=createdAt&order=desc ");
  }

  @Test
  void unusualIds_areEscaped() {
    server.then(404, "");
    server.then(404, "");

    assertThat(provider(ProviderAuth.BEARER_TOKEN).order("a/b?c=№ +", soon())).isEmpty();
    assertThat(provider(ProviderAuth.BEARER_TOKEN).kyc("a&b=c", soon())).isEmpty();

    assertThat(server.requests().getFirst())
        .startsWith("GET /api/v2/orders/a%2Fb%3Fc%3D%E2%84%96%20%2B ");
    assertThat(server.requests().getLast())
        .startsWith("GET /api/v2/kyc/status/partner-customer-id?partnerCustomerId=a%26b%3Dc ");
  }

  @ParameterizedTest
  @CsvSource({
    "BEARER_TOKEN, Bearer the-access-token, , ''",
    "BEARER_SECRET, Bearer the-api-secret, , ''",
    "HEADER_KEY, , the-api-key, ''",
    "QUERY_KEY, , , ?apiKey=the-api-key"
  })
  void credential_isSentInTheConfiguredWayOnly(
      ProviderAuth auth, String bearer, String header, String query) {
    server.then(
        exchange -> {
          credentials.add(exchange.getRequestHeaders().getFirst("Authorization"));
          credentials.add(exchange.getRequestHeaders().getFirst("apiKey"));
          exchange.sendResponseHeaders(404, -1);
        });

    provider(auth).order("o-1", soon());

    assertThat(credentials).containsExactly(bearer, header);
    assertThat(server.requests().getFirst()).startsWith("GET /api/v2/orders/o-1" + query + " ");
  }

  @Test
  void keyInTheQuery_followsAnyOtherParameter() {
    server.then(200, "{}");
    server.then(404, "");
    OzzobitProviderClient provider = provider(ProviderAuth.QUERY_KEY);

    provider.orders(1, soon());
    provider.kyc("c-1", soon());

    assertThat(server.requests().getFirst())
        .startsWith(
            "GET /api/v2/orders?page=1&limit=100&sortBy=updatedAt&order=desc&apiKey=the-api-key ");
    assertThat(server.requests().getLast())
        .startsWith(
            "GET /api/v2/kyc/status/partner-customer-id?partnerCustomerId=c-1&apiKey=the-api-key ");
  }

  @Test
  void tokenThatHasEnded_isNotUsed() {
    answerWithCredential(404);
    Secret ended = new Secret("an-ended-access-token", CLOCK.instant().minusSeconds(60));
    Secret valid = new Secret("a-valid-access-token", CLOCK.instant().plusSeconds(600));
    Keys both = new Keys(List.of(ended, valid), List.of(), null, null);
    Keys none = new Keys(List.of(ended), List.of(), null, null);

    provider(ProviderAuth.BEARER_TOKEN, KeyRing.fixed(both)).order("o-1", soon());

    assertThat(credentials).containsExactly("Bearer a-valid-access-token");
    assertThatThrownBy(
            () -> provider(ProviderAuth.BEARER_TOKEN, KeyRing.fixed(none)).order("o-1", soon()))
        .isInstanceOf(ProviderUnavailableException.class)
        .hasMessageEndingWith(FailureCause.NO_CREDENTIALS.description());
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void unauthorized_isRepeatedWithTheNewerCredential() {
    answerWithCredential(401);
    answerWithCredential(200);
    server.then(401, "");

    assertThat(provider(ProviderAuth.BEARER_TOKEN, new CountingRing()).order("o-1", soon()))
        .isPresent();

    assertThat(credentials)
        .containsExactly("Bearer the-access-token", "Bearer a-newer-access-token");
  }

  @Test
  void unauthorizedWithoutOtherKeys_isNotRepeated() {
    server.then(401, "");

    assertThatThrownBy(() -> provider(ProviderAuth.BEARER_TOKEN).order("o-1", soon()))
        .isInstanceOf(ProviderUnavailableException.class)
        .hasMessageEndingWith("HTTP status 401");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void unavailableKeys_countAsUnavailable() {
    KeyRing broken =
        new KeyRing() {
          @Override
          public Keys keys() {
            throw new KeysUnavailableException("Injected failure", new IllegalStateException());
          }

          @Override
          public Optional<Keys> refresh() {
            return Optional.empty();
          }
        };

    assertThatThrownBy(() -> provider(ProviderAuth.BEARER_TOKEN, broken).order("o-1", soon()))
        .isInstanceOf(ProviderUnavailableException.class)
        .hasMessageEndingWith(FailureCause.KEYS_UNAVAILABLE.description());
  }

  @Test
  void endpoints_canAuthenticateDifferently() {
    for (int request = 0; request < 3; request++) {
      server.then(
          exchange -> {
            credentials.add(exchange.getRequestHeaders().getFirst("Authorization"));
            credentials.add(exchange.getRequestHeaders().getFirst("apiKey"));
            exchange.sendResponseHeaders(404, -1);
          });
    }
    OzzobitProviderClient provider =
        provider(
            EndpointAuth.parse("bearer-secret,kyc=header-key,order=bearer-token"),
            KeyRing.fixed(keys("the-access-token")));

    provider.order("o-1", soon());
    provider.kyc("c-1", soon());
    assertThatThrownBy(() -> provider.orders(1, soon())).hasMessageContaining("404");

    assertThat(credentials)
        .containsExactly(
            "Bearer the-access-token", null, null, "the-api-key", "Bearer the-api-secret", null);
  }

  @Test
  void errorInTheBodyOfA200_countsAsItsStatus() {
    server.then(200, "{\"statusCode\":403,\"message\":\"Forbidden\"}");

    assertThatThrownBy(() -> provider(ProviderAuth.BEARER_TOKEN).orders(1, soon()))
        .isInstanceOf(UnreadableAnswerException.class)
        .hasMessageEndingWith("HTTP status 403");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no JSON", "{\"a\":1}x", "{\"a\":1,\"a\":2}", "\u0000"})
  void responseThatIsNoJson_isUnreadable(String body) {
    server.then(200, body);

    assertUnreadable();
  }

  @Test
  void tooDeepResponse_isUnreadable() {
    server.then(200, "[".repeat(100_000));

    assertUnreadable();
  }

  @Test
  void tooLargeResponse_isUnreadable() {
    server.then(200, "[" + " ".repeat(ProviderApi.MAX_BYTES) + "]");

    assertUnreadable();
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 301, 400, 403, 418})
  void otherStatus_isUnreadable_andNotRetried(int status) {
    server.then(status, "");

    assertUnreadable();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void tooManyRequests_isRetriedAfterTheRequestedDelay() {
    server.then(429, "", Map.of("Retry-After", "3"));
    server.then(200, "{}");

    assertThat(provider(ProviderAuth.BEARER_TOKEN).order("o-1", soon())).isPresent();
    assertThat(delays).anyMatch(sleeper -> sleeper.compareTo(Duration.ofSeconds(3)) >= 0);
  }

  @Test
  void lastingServerError_countsAsUnavailable() {
    for (int tries = 0; tries < ProviderApi.MAX_ATTEMPTS; tries++) {
      server.then(503, "");
    }

    assertThatThrownBy(() -> provider(ProviderAuth.QUERY_KEY).order("o-1", soon()))
        .isInstanceOf(ProviderUnavailableException.class)
        .hasMessage("The provider's API returned no data: HTTP status 503");
  }

  @Test
  void unauthorized_refreshesTheKeysOnce_andRetriesWithNewOnes() {
    server.then(401, "");
    server.then(401, "");
    CountingRing ring = new CountingRing();

    assertThatThrownBy(() -> provider(ProviderAuth.BEARER_TOKEN, ring).order("o-1", soon()))
        .isInstanceOf(ProviderUnavailableException.class);

    assertThat(ring.refreshes).isEqualTo(1);
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void missingCredential_countsAsUnavailable() {
    KeyRing none = KeyRing.fixed(new Keys(List.of(), List.of(), null, null));

    for (ProviderAuth auth : ProviderAuth.values()) {
      assertThatThrownBy(() -> provider(auth, none).order("o-1", soon()))
          .isInstanceOf(ProviderUnavailableException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ProviderAuth.class,
      names = {"BEARER_TOKEN", "HEADER_KEY"})
  void credentialWithALineBreak_countsAsMissing_andIsNotPrinted(ProviderAuth auth) {
    Secret copied = new Secret("a-copied-canary\n", null);
    KeyRing ring = KeyRing.fixed(new Keys(List.of(copied), List.of(), copied, null));

    assertThatThrownBy(() -> provider(auth, ring).order("o-1", soon()))
        .isInstanceOf(ProviderUnavailableException.class)
        .hasMessageNotContaining("canary");
  }

  @Test
  void slowResponse_endsAtTheDeadline() {
    server.then(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          LockSupport.park();
        });
    Deadline deadline = Deadline.after(Duration.ofMillis(300), CLOCK);

    assertThatThrownBy(() -> provider(ProviderAuth.BEARER_TOKEN).order("o-1", deadline))
        .isInstanceOf(ProviderUnavailableException.class);
  }

  @Test
  void requests_areLimitedInRate() {
    Instant now = CLOCK.instant();
    Deadline deadline = Deadline.after(Duration.ofMillis(1500), () -> now);
    server.then(404, "");
    server.then(404, "");
    OzzobitProviderClient provider = provider(ProviderAuth.BEARER_TOKEN);

    provider.order("o-1", deadline);
    provider.order("o-2", deadline);
    assertThatThrownBy(() -> provider.order("o-3", deadline))
        .isInstanceOf(ProviderUnavailableException.class)
        .hasMessageEndingWith(FailureCause.NO_TIME_LEFT.description());

    assertThat(delays).containsExactly(Duration.ofSeconds(1));
    assertThat(server.requests()).hasSize(2);
  }

  private void answerWithCredential(int status) {
    server.then(
        exchange -> {
          credentials.add(exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
        });
  }

  private void assertUnreadable() {
    assertThatThrownBy(() -> provider(ProviderAuth.QUERY_KEY).order("o-1", soon()))
        .isInstanceOf(UnreadableAnswerException.class)
        .hasMessageNotContaining("the-api-key");
  }

  private OzzobitProviderClient provider(ProviderAuth auth) {
    return provider(auth, KeyRing.fixed(keys("the-access-token")));
  }

  private OzzobitProviderClient provider(ProviderAuth auth, KeyRing ring) {
    return provider(EndpointAuth.all(auth), ring);
  }

  private OzzobitProviderClient provider(EndpointAuth auth, KeyRing ring) {
    ProviderApi api = new ProviderApi(server.base(), CLOCK, new Random(1), delays::add);
    return new OzzobitProviderClient(api, auth, 1, ring, delays::add);
  }

  private static Keys keys(String token) {
    return new Keys(
        List.of(new Secret(token, null)),
        List.of(),
        new Secret("the-api-key", null),
        new Secret("the-api-secret", null));
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(30), CLOCK);
  }

  private static final class CountingRing implements KeyRing {
    private int refreshes;

    @Override
    public Keys keys() {
      return OzzobitProviderClientTest.keys("the-access-token");
    }

    @Override
    public Optional<Keys> refresh() {
      refreshes++;
      return Optional.of(OzzobitProviderClientTest.keys("a-newer-access-token"));
    }
  }
}
