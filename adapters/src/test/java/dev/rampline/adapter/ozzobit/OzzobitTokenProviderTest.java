package dev.rampline.adapter.ozzobit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.failure.CallFailure;
import dev.rampline.failure.FailureCause;
import dev.rampline.rotation.TokenProvider.Reply;
import dev.rampline.time.Deadline;
import dev.rampline.verification.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests tokens over HTTP, with all forms of responses and failures. */
class OzzobitTokenProviderTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String TOKEN = "issued-access-token";
  private static final String RESPONSE = "{\"accessToken\":\"" + TOKEN + "\"}";
  private static final Reply WITHOUT_EXPIRY = issued(TOKEN, null);
  private static final CallFailure INCOMPLETE =
      new CallFailure(FailureCause.RESPONSE_INCOMPLETE, 200);

  private final ScriptedProvider provider = new ScriptedProvider();
  private Instant now = NOW;

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void request_isAsDocumented_belowTheBaseUrl() {
    provider.then(200, RESPONSE);

    assertThat(request(provider.base().resolve("/api"))).isEqualTo(WITHOUT_EXPIRY);
    assertThat(provider.requests())
        .containsExactly(
            "POST /api/api/v2/auth/token application/json"
                + " {\"apiKey\":\"key\",\"apiSecret\":\"secret\"}");
  }

  @Test
  void trailingSlashesOfTheBaseUrl_areIgnored() {
    provider.then(200, RESPONSE);
    request(URI.create(provider.base() + "/api//"));

    assertThat(provider.requests().getFirst()).startsWith("POST /api/api/v2/auth/token ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'expiresAt':1772370000}                                   | 2026-03-01T13:00:00Z
          {'expiresAt':'1772370000'}                                 | 2026-03-01T13:00:00Z
          {'expiresAt':1772370000.75}                                | 2026-03-01T13:00:00Z
          {'expiresAt':99999999999}                                  | 5138-11-16T09:46:39Z
          {'expiresAt':1772370000000}                                | 2026-03-01T13:00:00Z
          {'expiresAt':'1772370000000'}                              | 2026-03-01T13:00:00Z
          {'expiresAt':'2026-03-01T13:00:00Z'}                       | 2026-03-01T13:00:00Z
          {'expiresAt':'2026-03-01T15:00:00.000+02:00'}              | 2026-03-01T13:00:00Z
          {'expiresIn':3600}                                         | 2026-03-01T13:00:00Z
          {'expiresIn':'3600'}                                       | 2026-03-01T13:00:00Z
          {'expires_in':3600}                                        | 2026-03-01T13:00:00Z
          {'data':{'expiresAt':1772370000}}                          | 2026-03-01T13:00:00Z
          {'data':{'expires_in':3600}}                               | 2026-03-01T13:00:00Z
          {'expiresAt':1772370000,'expiresIn':7}                     | 2026-03-01T13:00:00Z
          {'expiresAt':1772370000,'data':{'expiresAt':7}}            | 2026-03-01T13:00:00Z
          {'expiresAt':null,'data':{'expiresAt':1772370000}}         | 2026-03-01T13:00:00Z
          {'expiresAt':'soon','expiresIn':3600}                      | 2026-03-01T13:00:00Z
          {'expiresAt':{'seconds':1},'expiresIn':3600}               | 2026-03-01T13:00:00Z
          {'expiresAt':3600,'expiresIn':3600}                        | 2026-03-01T13:00:00Z
          {'expiresAt':'2026-03-01T12:00:00Z','expiresIn':3600}      | 2026-03-01T13:00:00Z
          {'expiresIn':-1}                                           |
          {'expiresIn':0}                                            |
          {'expiresIn':1e9}                                          |
          {'expiresIn':true}                                         |
          {'expiresIn':99999999999999}                               |
          {'expiresIn':999999999999999999999999}                     |
          {'expiresAt':1e999999999}                                  |
          {'expiresAt':['2026-03-01T13:00:00Z']}                     |
          {'data':[]}                                                |
          {'data':null}                                              |
          {'data':'canary'}                                          |
          """)
  void expiry_isParsedInEveryForm(String rest, @Nullable Instant expiresAt) {
    String response = json(rest).replaceFirst("\\{", "{\"accessToken\":\"" + TOKEN + "\",");
    provider.then(200, response);

    assertThat(request()).isEqualTo(issued(TOKEN, expiresAt));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'exp':1772370000}    | 2026-03-01T13:00:00Z
          {'exp':1772370000.5}  | 2026-03-01T13:00:00Z
          {'exp':'1772370000'}  | 2026-03-01T13:00:00Z
          {'exp':1772370000000} |
          {'exp':1}             |
          {'exp':null}          |
          {'iat':1772370000}    |
          []                    |
          canary                |
          """)
  void missingExpiry_isReadFromTheToken(String claims, @Nullable Instant expiresAt) {
    String payload =
        Base64.getUrlEncoder().withoutPadding().encodeToString(json(claims).getBytes(UTF_8));
    String token = "eyJhbGciOiJIUzI1NiJ9." + payload + ".c2lnbmF0dXJl";
    provider.then(200, "{\"data\":{\"accessToken\":\"" + token + "\"}}");

    assertThat(request()).isEqualTo(issued(token, expiresAt));
  }

  @Test
  void tokenInData_isRead() {
    provider.then(201, json("{'meta':{},'data':{'accessToken':'" + TOKEN + "'}}"));
    assertThat(request()).isEqualTo(WITHOUT_EXPIRY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'message':'canary'}",
        "{'accessToken':null,'message':'canary'}",
        "{'data':{'message':'canary'}}"
      })
  void responseWithoutAToken_isARejection(String answer) {
    provider.then(200, json(answer));
    assertThat(request()).isEqualTo(new Reply.Rejected(INCOMPLETE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html></html>",
        "[]",
        "null",
        "'issued-access-token'",
        "{'accessToken':7}",
        "{'accessToken':''}",
        "{'accessToken':'too-short'}",
        "{'accessToken':'a token with spaces in it'}",
        "{'accessToken':'token-with-a-line\\nbreak'}",
        "{'accessToken':{'value':'issued-access-token'}}",
        "{'accessToken':'issued-access-token','accessToken':'access-token-that-is-another'}",
        "{'accessToken':'issued-access-token'} x",
        "{'accessToken':'issued-access-token','deep':[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]}"
      })
  void otherResponse_isInvalid(String answer) {
    provider.then(200, json(answer));
    assertThat(request())
        .isInstanceOfSatisfying(
            Reply.Unusable.class,
            reply ->
                assertThat(reply.failure())
                    .isIn(INCOMPLETE, new CallFailure(FailureCause.RESPONSE_NOT_JSON, 200)));
  }

  @Test
  void tooLongToken_isInvalid() {
    provider.then(200, json("{'accessToken':'" + "t".repeat(4097) + "'}"));
    assertThat(request()).isEqualTo(new Reply.Unusable(INCOMPLETE));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 400, 401, 403, 404})
  void rejectionStatus_isNotRetried(int status) {
    provider.then(status, "{\"message\":\"canary\"}", Map.of("Location", "/elsewhere"));

    assertThat(request()).isEqualTo(new Reply.Rejected(CallFailure.ofStatus(status)));
    assertThat(provider.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void busyEndpoint_isUnavailable_andNoRejection(int status) {
    for (int attempt = 0; attempt < ProviderApi.MAX_ATTEMPTS; attempt++) {
      provider.then(status, RESPONSE);
    }

    assertThat(request()).isEqualTo(new Reply.Unavailable(CallFailure.ofStatus(status)));
    assertThat(provider.requests()).hasSize(ProviderApi.MAX_ATTEMPTS);
  }

  @Test
  void tooLargeResponse_isInvalid() {
    provider.then(200, " ".repeat(ProviderApi.MAX_BYTES + 1));

    assertThat(request())
        .isEqualTo(new Reply.Unusable(new CallFailure(FailureCause.RESPONSE_TOO_LARGE, 200)));
  }

  private Reply request() {
    return request(provider.base());
  }

  private Reply request(URI base) {
    try (ProviderApi api =
        new ProviderApi(base, () -> now, new Random(1), wait -> now = now.plus(wait))) {
      return new OzzobitTokenProvider(api)
          .requestToken(
              new Secret("key", null),
              new Secret("secret", null),
              Deadline.after(Duration.ofSeconds(30), () -> now));
    }
  }

  private static Reply issued(String token, @Nullable Instant expiresAt) {
    return new Reply.Issued(new Secret(token, null), expiresAt);
  }

  private static String json(String apostrophes) {
    return apostrophes.replace('\'', '"');
  }
}
