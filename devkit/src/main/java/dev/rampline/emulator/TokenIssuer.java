package dev.rampline.emulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * Gives access tokens to whoever has the credentials: short-lived JWTs, as the provider's are
 * (provider.md §2.1). It does not print. Thread-safe, if its random generator is.
 */
public final class TokenIssuer {
  private static final int KEY_BYTES = 32;
  private static final int ID_BYTES = 8;

  private final ApiCredentials credentials;
  private final Duration lifetime;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Signer signer;
  private final Map<String, Instant> issued = new ConcurrentHashMap<>();

  /**
   * @param lifetime how long each token lasts
   * @param random draws what makes each token different
   */
  public TokenIssuer(
      ApiCredentials credentials, Duration lifetime, InstantSource clock, RandomGenerator random) {
    this.credentials = Objects.requireNonNull(credentials, "credentials");
    this.lifetime = Objects.requireNonNull(lifetime, "lifetime");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.random = Objects.requireNonNull(random, "random");
    this.signer = new Signer(new ProviderKeys(randomHex(KEY_BYTES), null));
  }

  ApiCredentials credentials() {
    return credentials;
  }

  /** A new token, if the credentials are right. */
  Optional<String> issue(String offeredKey, String offeredSecret) {
    return credentials.equals(new ApiCredentials(offeredKey, offeredSecret))
        ? Optional.of(newToken())
        : Optional.empty();
  }

  /** Whether the token is one of its own that has not ended. */
  boolean isValid(String token) {
    Instant end = issued.get(token);
    return end != null && clock.instant().isBefore(end);
  }

  private String newToken() {
    Instant now = clock.instant();
    Instant end = now.plus(lifetime);
    String token =
        signer.jwt(
            "{\"jti\":\"%s\",\"iat\":%d,\"exp\":%d}"
                .formatted(randomHex(ID_BYTES), now.getEpochSecond(), end.getEpochSecond()));
    issued.put(token, end);
    return token;
  }

  private String randomHex(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
