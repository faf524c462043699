package dev.rampline.adapter.ozzobit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampline.json.Json;
import dev.rampline.json.JsonWriter;
import dev.rampline.rotation.TokenProvider;
import dev.rampline.time.Deadline;
import dev.rampline.verification.Secret;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The endpoint that gives access tokens: {@code POST /api/v2/auth/token}. Thread-safe. */
public final class OzzobitTokens implements TokenProvider {
  private static final String PATH = "/api/v2/auth/token";
  private static final int OK = 200;
  private static final int MULTIPLE_CHOICES = 300;

  private final ProviderApi api;

  public OzzobitTokens(ProviderApi api) {
    this.api = Objects.requireNonNull(api, "api");
  }

  @Override
  public Reply requestToken(Secret apiKey, Secret apiSecret, Deadline deadline) {
    Instant askedAt = deadline.clock().instant();
    return switch (api.send(request(apiKey, apiSecret), deadline)) {
      case Answer.Whole whole when isSuccess(whole.status()) -> given(whole, askedAt);
      case Answer.Whole whole when whole.mayPass() -> new Reply.Unavailable(whole.status());
      case Answer.Whole whole -> new Reply.Refused(whole.status());
      case Answer.TooLarge(int status) -> new Reply.Unusable(status);
      case Answer.None() -> new Reply.Unavailable(0);
    };
  }

  private HttpRequest request(Secret apiKey, Secret apiSecret) {
    Map<String, Json> body = new LinkedHashMap<>();
    body.put("apiKey", new Json.Text(apiKey.text()));
    body.put("apiSecret", new Json.Text(apiSecret.text()));
    return api.request(PATH)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(JsonWriter.write(new Json.Obj(body)), UTF_8))
        .build();
  }

  private static Reply given(Answer.Whole answer, Instant askedAt) {
    return answer
        .json()
        .map(json -> reply(json, answer.status(), askedAt))
        .orElseGet(() -> new Reply.Unusable(answer.status()));
  }

  private static Reply reply(Json json, int status, Instant askedAt) {
    return TokenAnswer.read(json, askedAt)
        .<Reply>map(token -> new Reply.Issued(token.token(), token.expiresAt()))
        .orElseGet(
            () ->
                TokenAnswer.isRefusal(json)
                    ? new Reply.Refused(status)
                    : new Reply.Unusable(status));
  }

  private static boolean isSuccess(int status) {
    return status >= OK && status < MULTIPLE_CHOICES;
  }
}
