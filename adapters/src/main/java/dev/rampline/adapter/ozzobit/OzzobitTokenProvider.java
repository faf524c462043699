package dev.rampline.adapter.ozzobit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampline.failure.CallFailure;
import dev.rampline.failure.FailureCause;
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

/** Requests access tokens with {@code POST /api/v2/auth/token}. Thread-safe. */
public final class OzzobitTokenProvider implements TokenProvider {
  private static final String PATH = "/api/v2/auth/token";
  private static final int OK = 200;
  private static final int MULTIPLE_CHOICES = 300;

  private final ProviderApi api;

  public OzzobitTokenProvider(ProviderApi api) {
    this.api = Objects.requireNonNull(api, "api");
  }

  @Override
  public Reply requestToken(Secret apiKey, Secret apiSecret, Deadline deadline) {
    Instant requestedAt = deadline.clock().instant();
    return switch (api.send(request(apiKey, apiSecret), deadline)) {
      case ProviderResponse.Complete response when isSuccess(response.status()) ->
          issued(response, requestedAt);
      case ProviderResponse.Complete response when response.isTransient() ->
          new Reply.Unavailable(CallFailure.ofStatus(response.status()));
      case ProviderResponse.Complete response ->
          new Reply.Rejected(CallFailure.ofStatus(response.status()));
      case ProviderResponse.TooLarge tooLarge -> new Reply.Unusable(tooLarge.failure());
      case ProviderResponse.NoResponse(FailureCause cause, _) ->
          new Reply.Unavailable(CallFailure.of(cause));
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

  private static Reply issued(ProviderResponse.Complete response, Instant requestedAt) {
    return response
        .json()
        .map(json -> reply(json, response.status(), requestedAt))
        .orElseGet(
            () ->
                new Reply.Unusable(
                    new CallFailure(FailureCause.RESPONSE_NOT_JSON, response.status())));
  }

  private static Reply reply(Json json, int status, Instant requestedAt) {
    CallFailure withoutToken = new CallFailure(FailureCause.RESPONSE_INCOMPLETE, status);
    return TokenResponse.read(json, requestedAt)
        .<Reply>map(token -> new Reply.Issued(token.token(), token.expiresAt()))
        .orElseGet(
            () ->
                TokenResponse.isRejection(json)
                    ? new Reply.Rejected(withoutToken)
                    : new Reply.Unusable(withoutToken));
  }

  private static boolean isSuccess(int status) {
    return status >= OK && status < MULTIPLE_CHOICES;
  }
}
