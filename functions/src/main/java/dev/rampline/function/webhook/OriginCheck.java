package dev.rampline.function.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.rampline.adapter.telemetry.UnavailableCause;
import dev.rampline.verification.KeyRing;
import dev.rampline.verification.KeysUnavailableException;
import dev.rampline.verification.Secret;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests that did not come through the stack's CloudFront distribution, before any other
 * work: the distribution adds a header with a secret. Otherwise a request to the API's own address
 * would pass by the web ACL.
 *
 * @param enabled whether the check is on
 */
record OriginCheck(KeyRing keyRing, boolean enabled) {
  /** The header that CloudFront adds. It replaces a header of that name in a viewer's request. */
  static final String HEADER = "x-rampline-origin";

  /** Returns the refusal of a request; empty if it is accepted. */
  Optional<WebhookOutcome> refuse(@Nullable APIGatewayV2HTTPEvent event) {
    if (!enabled) {
      return Optional.empty();
    }
    try {
      List<Secret> secrets = keyRing.keys().originSecrets();
      if (secrets.isEmpty()) {
        return unavailable(UnavailableCause.KEYS_INVALID, "no-origin-secret");
      }
      return contains(secrets, header(event))
          ? Optional.empty()
          : Optional.of(
              new WebhookOutcome.Rejected(WebhookResponse.FORBIDDEN, "not-from-cloudfront"));
    } catch (KeysUnavailableException none) {
      return Optional.of(WebhookOutcome.Unavailable.of(none));
    }
  }

  private static Optional<WebhookOutcome> unavailable(UnavailableCause cause, String fault) {
    return Optional.of(new WebhookOutcome.Unavailable(null, cause, fault));
  }

  private static String header(@Nullable APIGatewayV2HTTPEvent event) {
    return event == null ? "" : new Headers(event.getHeaders()).find(HEADER).orElse("");
  }

  /** Compares with every secret in constant time. */
  private static boolean contains(List<Secret> secrets, String header) {
    boolean found = false;
    for (Secret secret : secrets) {
      found |= MessageDigest.isEqual(header.getBytes(UTF_8), secret.text().getBytes(UTF_8));
    }
    return found;
  }
}
