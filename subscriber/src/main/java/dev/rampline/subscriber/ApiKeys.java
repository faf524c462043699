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
 * What is shown to the socket and to the provider's API.
 *
 * @param ring where the keys come from
 * @param apiKey for the socket; null: the ring's
 */
record ApiKeys(KeyRing ring, @Nullable Secret apiKey) {

  /**
   * The keys that the settings name.
   *
   * @throws ConfigurationException if keys are given that cannot be used
   */
  static ApiKeys of(SubscriberSettings settings, SharedWiring assembly) {
    KeysLocation location = settings.keys();
    Secret apiKey = settings.apiKey();
    if (location == null) {
      return new ApiKeys(KeyRing.fixed(new Keys(List.of(), List.of(), apiKey, null)), apiKey);
    }
    KeyRing ring = assembly.keyRing(location);
    boolean missing =
        apiKey == null && location instanceof KeysLocation.Inline && ring.keys().apiKey() == null;
    if (missing) {
      throw new ConfigurationException(
          "RAMPLINE_API_KEY", "is missing: set it, or put apiKey into RAMPLINE_KEYS");
    }
    return new ApiKeys(ring, apiKey);
  }

  /** Asked anew before each attempt to connect, so that a rotated key is found. */
  Supplier<Credentials> credentials(String environment) {
    String name = environment.toUpperCase(Locale.ROOT);
    return () -> new Credentials(current().text(), name);
  }

  private Secret current() {
    Secret key = apiKey == null ? ring.keys().apiKey() : apiKey;
    if (key == null) {
      throw new IllegalStateException("The keys hold no apiKey: put it into the secret");
    }
    return key;
  }
}
