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
 * Issues access tokens for valid credentials: short-lived JWTs, as the provider does ({@code
 * docs/provider-api.md#access-tokens}). {@code toString} shows no key. Thread-safe if its random
 * generator is.
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
   * @param lifetime the lifetime of each token
   * @param random makes each token different
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

  /** Issues a new token if the credentials are valid. */
  Optional<String> issue(String offeredKey, String offeredSecret) {
    return credentials.equals(new ApiCredentials(offeredKey, offeredSecret))
        ? Optional.of(newToken())
        : Optional.empty();
  }

  /** Whether the token was issued here and has not expired. */
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
