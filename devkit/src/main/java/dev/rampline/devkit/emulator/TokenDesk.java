package dev.rampline.devkit.emulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Gives access tokens to whoever has the credentials: short-lived JWTs, as the provider's are
 * (provider.md §2.1). It does not print. Thread-safe, if its random generator is.
 */
public final class TokenDesk {
  private static final int KEY_BYTES = 32;
  private static final int ID_BYTES = 8;

  private final String apiKey;
  private final String apiSecret;
  private final Duration lifetime;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Signer signer;

  /**
   * @param lifetime how long each token lasts
   * @param random draws what makes each token different
   */
  public TokenDesk(
      String apiKey,
      String apiSecret,
      Duration lifetime,
      InstantSource clock,
      RandomGenerator random) {
    this.apiKey = Objects.requireNonNull(apiKey, "apiKey");
    this.apiSecret = Objects.requireNonNull(apiSecret, "apiSecret");
    this.lifetime = Objects.requireNonNull(lifetime, "lifetime");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.random = Objects.requireNonNull(random, "random");
    this.signer = new Signer(new ProviderKeys(drawn(KEY_BYTES), null));
  }

  /** A new token, if the credentials are right. */
  Optional<String> give(String offeredKey, String offeredSecret) {
    if (!apiKey.equals(offeredKey) || !apiSecret.equals(offeredSecret)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    return Optional.of(
        signer.jwt(
            "{\"jti\":\"%s\",\"iat\":%d,\"exp\":%d}"
                .formatted(
                    drawn(ID_BYTES), now.getEpochSecond(), now.plus(lifetime).getEpochSecond())));
  }

  private String drawn(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
