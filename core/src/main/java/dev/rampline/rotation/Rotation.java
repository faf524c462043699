package dev.rampline.rotation;

import dev.rampline.rotation.KeyRingStore.Replacement;
import dev.rampline.rotation.RotationResult.Current;
import dev.rampline.rotation.RotationResult.Failed;
import dev.rampline.rotation.RotationResult.Renewed;
import dev.rampline.rotation.TokenProvider.Reply;
import dev.rampline.time.Deadline;
import dev.rampline.time.Sleeper;
import dev.rampline.verification.InvalidKeysException;
import dev.rampline.verification.Keys;
import dev.rampline.verification.KeysUnavailableException;
import dev.rampline.verification.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Requests a new access token before the current one expires, and stores it with the earlier ones
 * before any component uses it ({@code docs/architecture.md#secrets-and-token-rotation}).
 * Concurrent runs are safe: each stores the token that it received, and none removes a token that
 * another run stored. Thread-safe if its random generator is.
 */
public final class Rotation {
  /** Time reserved for the store: an issued token must also be stored. */
  static final Duration STORE_BUDGET = Duration.ofSeconds(20);

  static final int MAX_ATTEMPTS = 10;
  private static final long FIRST_BACKOFF_MILLIS = 50;
  private static final int MAX_DOUBLINGS = 6;

  private final KeyRingStore store;
  private final TokenProvider provider;
  private final RotationPolicy policy;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Sleeper sleeper;

  /**
   * @param random source of the backoff jitter, so that concurrent runs spread out
   */
  public Rotation(
      KeyRingStore store,
      TokenProvider provider,
      RotationPolicy policy,
      InstantSource clock,
      RandomGenerator random,
      Sleeper sleeper) {
    this.store = Objects.requireNonNull(store, "store");
    this.provider = Objects.requireNonNull(provider, "provider");
    this.policy = Objects.requireNonNull(policy, "policy");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.random = Objects.requireNonNull(random, "random");
    this.sleeper = Objects.requireNonNull(sleeper, "sleeper");
  }

  /** Requests and stores a new token if one is due. */
  public RotationResult rotate(Deadline deadline) {
    try {
      KeyRingDocument ring = KeyRingDocument.parse(store.read(deadline).text());
      return ring.isDue(policy, clock.instant()) ? renew(ring, deadline) : currentResult(ring);
    } catch (KeysUnavailableException unread) {
      return Failed.of(RotationFailure.KEYS_UNAVAILABLE);
    } catch (InvalidKeysException invalid) {
      return Failed.of(RotationFailure.KEYS_INVALID);
    }
  }

  private static RotationResult currentResult(KeyRingDocument ring) {
    return new Current(ring.current().flatMap(KeyRingEntry::expiresAt).orElseThrow());
  }

  private RotationResult renew(KeyRingDocument ring, Deadline deadline) {
    Keys keys = ring.keys();
    Secret apiKey = keys.apiKey();
    Secret apiSecret = keys.apiSecret();
    if (apiKey == null || apiSecret == null) {
      return Failed.of(RotationFailure.NO_CREDENTIALS);
    }
    Instant requestedAt = clock.instant();
    return switch (provider.requestToken(apiKey, apiSecret, withoutStoreBudget(deadline))) {
      case Reply.Issued(Secret token, Instant expiresAt) ->
          storeToken(policy.token(token.text(), expiresAt, requestedAt), ring, deadline);
      case Reply.Rejected(int status) -> new Failed(RotationFailure.PROVIDER_REJECTED, status);
      case Reply.Unusable(int status) ->
          new Failed(RotationFailure.PROVIDER_RESPONSE_INVALID, status);
      case Reply.Unavailable(int status) ->
          new Failed(RotationFailure.PROVIDER_UNAVAILABLE, status);
    };
  }

  private RotationResult storeToken(AccessToken token, KeyRingDocument known, Deadline deadline) {
    if (known.isAlreadyCurrent(token)) {
      return currentResult(known);
    }
    for (int attempt = 1; attempt <= MAX_ATTEMPTS && !deadline.hasPassed(); attempt++) {
      if (tryStore(token, deadline)) {
        return new Renewed(token.expiresAt());
      }
      sleeper.sleep(backoff(attempt));
    }
    return Failed.of(RotationFailure.NOT_STORED);
  }

  /** Reads the document again and adds the token, unless an earlier attempt has stored it. */
  private boolean tryStore(AccessToken token, Deadline deadline) {
    try {
      StoredKeyRing stored = store.read(deadline);
      KeyRingDocument ring = KeyRingDocument.parse(stored.text());
      return ring.hasToken(token)
          || store.replace(stored, ring.with(token, policy, clock.instant()), deadline)
              == Replacement.WRITTEN;
    } catch (KeysUnavailableException unavailable) {
      return false;
    }
  }

  private static Deadline withoutStoreBudget(Deadline deadline) {
    return new Deadline(deadline.at().minus(STORE_BUDGET), deadline.clock());
  }

  private Duration backoff(int attempt) {
    long bound = FIRST_BACKOFF_MILLIS << Math.min(attempt - 1, MAX_DOUBLINGS);
    return Duration.ofMillis(random.nextLong(bound + 1));
  }
}
