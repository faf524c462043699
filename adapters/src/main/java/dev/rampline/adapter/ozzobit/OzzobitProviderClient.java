package dev.rampline.adapter.ozzobit;

import dev.rampline.json.Json;
import dev.rampline.reconcile.ProviderClient;
import dev.rampline.reconcile.ProviderUnavailableException;
import dev.rampline.reconcile.UnreadableAnswerException;
import dev.rampline.time.Deadline;
import dev.rampline.time.Sleeper;
import dev.rampline.verification.KeyRing;
import dev.rampline.verification.Keys;
import dev.rampline.verification.KeysUnavailableException;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The provider's API over HTTP. It never asks for a token: where its credentials are refused it
 * reads the key ring again, once, and asks again if there are others. Thread-safe.
 */
public final class OzzobitProviderClient implements ProviderClient {
  private static final int PAGE_SIZE = 100;

  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;

  private final ProviderApi api;
  private final ProviderAuth auth;
  private final RequestThrottle throttle;
  private final KeyRing keyRing;

  /**
   * @param auth how a request shows who asks
   * @param perSecond how many requests may be made in a second
   * @param pause lets them wait for their turns
   */
  public OzzobitProviderClient(
      ProviderApi api, ProviderAuth auth, int perSecond, KeyRing keyRing, Sleeper pause) {
    this.api = Objects.requireNonNull(api, "api");
    this.auth = Objects.requireNonNull(auth, "auth");
    this.throttle = new FixedRateThrottle(perSecond, pause);
    this.keyRing = Objects.requireNonNull(keyRing, "keyRing");
  }

  @Override
  public Json orders(int page, Deadline deadline) {
    String query = "page=%d&limit=%d&sortBy=updatedAt&order=desc".formatted(page, PAGE_SIZE);
    return get("orders?" + query, deadline)
        .orElseThrow(() -> new ProviderUnavailableException("The provider answered 404", null));
  }

  @Override
  public Optional<Json> order(String orderId, Deadline deadline) {
    return get("orders/" + PercentEncoder.encode(orderId), deadline);
  }

  @Override
  public Optional<Json> kyc(String partnerCustomerId, Deadline deadline) {
    String query = "partnerCustomerId=" + PercentEncoder.encode(partnerCustomerId);
    return get("kyc/status/partner-customer-id?" + query, deadline);
  }

  private Optional<Json> get(String resource, Deadline deadline) {
    return switch (authorized(resource, deadline)) {
      case ProviderResponse.NoResponse() ->
          throw new ProviderUnavailableException("The provider did not answer in time", null);
      case ProviderResponse.TooLarge(int _) ->
          throw new UnreadableAnswerException("The answer is too large");
      case ProviderResponse.Complete answer -> read(answer);
    };
  }

  private static Optional<Json> read(ProviderResponse.Complete answer) {
    if (answer.status() == NOT_FOUND) {
      return Optional.empty();
    }
    if (answer.isTransient() || answer.status() == UNAUTHORIZED) {
      throw new ProviderUnavailableException("The provider answered " + answer.status(), null);
    }
    if (answer.status() != OK) {
      throw new UnreadableAnswerException("The provider answered " + answer.status());
    }
    return Optional.of(
        answer.json().orElseThrow(() -> new UnreadableAnswerException("The answer is not JSON")));
  }

  private ProviderResponse authorized(String resource, Deadline deadline) {
    try {
      ProviderResponse answer = send(resource, keyRing.keys(), deadline);
      return isUnauthorized(answer)
          ? keyRing.refresh().map(newer -> send(resource, newer, deadline)).orElse(answer)
          : answer;
    } catch (KeysUnavailableException none) {
      throw new ProviderUnavailableException("There are no keys", none);
    }
  }

  private static boolean isUnauthorized(ProviderResponse answer) {
    return answer instanceof ProviderResponse.Complete whole && whole.status() == UNAUTHORIZED;
  }

  private ProviderResponse send(String resource, Keys keys, Deadline deadline) {
    Instant now = deadline.clock().instant();
    String credential =
        auth.query(keys, now).map(query -> (resource.contains("?") ? "&" : "?") + query).orElse("");
    HttpRequest.Builder request = api.request("/api/v2/" + resource + credential);
    auth.addTo(request, keys, now);
    return api.send(request.build(), deadline, throttle);
  }
}
