package dev.rampline.subscriber;

import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.adapter.configuration.KeysLocation;
import dev.rampline.adapter.wiring.SharedWiring;
import dev.rampline.subscriber.socket.Credentials;
import dev.rampline.verification.KeyRing;
import dev.rampline.verification.Keys;
import dev.rampline.verification.Secret;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys for the provider's socket and API.
 *
 * @param ring source of the keys
 * @param apiKey the API key for the socket; null to use the ring's
 */
record ApiKeys(KeyRing ring, @Nullable Secret apiKey) {

  /**
   * Creates the keys that the settings name.
   *
   * @throws ConfigurationException if the inline keys are invalid
   */
  static ApiKeys of(SubscriberSettings settings, SharedWiring wiring) {
    KeysLocation location = settings.keys();
    Secret apiKey = settings.apiKey();
    if (location == null) {
      return new ApiKeys(KeyRing.fixed(new Keys(List.of(), List.of(), apiKey, null)), apiKey);
    }
    KeyRing ring = wiring.keyRing(location);
    boolean missing =
        apiKey == null && location instanceof KeysLocation.Inline && ring.keys().apiKey() == null;
    if (missing) {
      throw new ConfigurationException(
          "RAMPLINE_API_KEY", "is missing: set it, or put apiKey into RAMPLINE_KEYS");
    }
    return new ApiKeys(ring, apiKey);
  }

  /** Returns a supplier to call before each attempt to connect, so that it sees a rotated key. */
  Supplier<Credentials> credentials(String environment) {
    String name = environment.toUpperCase(Locale.ROOT);
    return () -> new Credentials(current().text(), name);
  }

  private Secret current() {
    Secret key = apiKey == null ? ring.keys().apiKey() : apiKey;
    if (key == null) {
      throw new IllegalStateException(
          "The secret of the API credentials contains no apiKey. Add it to the secret.");
    }
    return key;
  }
}
