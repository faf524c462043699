package dev.rampline.adapter.ozzobit;

import dev.rampline.failure.CallFailure;
import dev.rampline.failure.FailureCause;
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
 * Calls the provider's API over HTTP. It never requests a token: if the provider rejects its
 * credentials, it reads the key ring again and retries once with changed keys. Thread-safe.
 */
public final class OzzobitProviderClient implements ProviderClient {
  private static final int PAGE_SIZE = 100;

  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;

  private final ProviderApi api;
  private final EndpointAuth auth;
  private final RequestThrottle throttle;
  private final KeyRing keyRing;

  /**
   * @param auth how requests to each endpoint authenticate
   * @param perSecond maximum requests per second
   * @param sleeper delays requests above that rate
   */
  public OzzobitProviderClient(
      ProviderApi api, EndpointAuth auth, int perSecond, KeyRing keyRing, Sleeper sleeper) {
    this.api = Objects.requireNonNull(api, "api");
    this.auth = Objects.requireNonNull(auth, "auth");
    this.throttle = new FixedRateThrottle(perSecond, sleeper);
    this.keyRing = Objects.requireNonNull(keyRing, "keyRing");
  }

  @Override
  public Json orders(int page, Deadline deadline) {
    return orders(page, "updatedAt", deadline);
  }

  /**
   * Returns a page of orders, the last created first; 1 is the first page. An order keeps its place
   * when it is updated, so a reader of all pages misses none.
   */
  public Json ordersByCreation(int page, Deadline deadline) {
    return orders(page, "createdAt", deadline);
  }

  private Json orders(int page, String sortBy, Deadline deadline) {
    String query = "page=%d&limit=%d&sortBy=%s&order=desc".formatted(page, PAGE_SIZE, sortBy);
    return get(auth.list(), "orders?" + query, deadline)
        .orElseThrow(() -> new ProviderUnavailableException(CallFailure.ofStatus(NOT_FOUND), null));
  }

  @Override
  public Optional<Json> order(String orderId, Deadline deadline) {
    return get(auth.order(), "orders/" + PercentEncoder.encode(orderId), deadline);
  }

  @Override
  public Optional<Json> kyc(String partnerCustomerId, Deadline deadline) {
    String query = "partnerCustomerId=" + PercentEncoder.encode(partnerCustomerId);
    return get(auth.kyc(), "kyc/status/partner-customer-id?" + query, deadline);
  }

  private Optional<Json> get(ProviderAuth way, String resource, Deadline deadline) {
    return switch (authorized(way, resource, deadline)) {
      case ProviderResponse.NoResponse(FailureCause cause, Throwable fault) ->
          throw new ProviderUnavailableException(CallFailure.of(cause), fault);
      case ProviderResponse.TooLarge tooLarge ->
          throw new UnreadableAnswerException(tooLarge.failure());
      case ProviderResponse.Complete response -> read(response);
    };
  }

  private static Optional<Json> read(ProviderResponse.Complete response) {
    if (response.status() == NOT_FOUND) {
      return Optional.empty();
    }
    if (response.isTransient() || response.status() == UNAUTHORIZED) {
      throw new ProviderUnavailableException(CallFailure.ofStatus(response.status()), null);
    }
    if (response.status() != OK) {
      throw new UnreadableAnswerException(CallFailure.ofStatus(response.status()));
    }
    return Optional.of(
        response
            .json()
            .orElseThrow(
                () ->
                    new UnreadableAnswerException(
                        new CallFailure(FailureCause.RESPONSE_NOT_JSON, response.status()))));
  }

  private ProviderResponse authorized(ProviderAuth way, String resource, Deadline deadline) {
    try {
      ProviderResponse response = send(way, resource, keyRing.keys(), deadline);
      return isUnauthorized(response)
          ? keyRing
              .refresh()
              .map(changedKeys -> send(way, resource, changedKeys, deadline))
              .orElse(response)
          : response;
    } catch (KeysUnavailableException unavailable) {
      throw new ProviderUnavailableException(
          CallFailure.of(FailureCause.KEYS_UNAVAILABLE), unavailable);
    }
  }

  private static boolean isUnauthorized(ProviderResponse response) {
    return response instanceof ProviderResponse.Complete complete
        && complete.status() == UNAUTHORIZED;
  }

  private ProviderResponse send(ProviderAuth way, String resource, Keys keys, Deadline deadline) {
    Instant now = deadline.clock().instant();
    String credential =
        way.query(keys, now).map(query -> (resource.contains("?") ? "&" : "?") + query).orElse("");
    HttpRequest.Builder request = api.request("/api/v2/" + resource + credential);
    way.addTo(request, keys, now);
    return api.send(request.build(), deadline, throttle);
  }
}
