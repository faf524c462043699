package dev.rampline.rotation;

import dev.rampline.failure.CallFailure;
import dev.rampline.rotation.KeyRingStore.Replacement;
import dev.rampline.rotation.RotationResult.Current;
import dev.rampline.rotation.RotationResult.Failed;
import dev.rampline.rotation.RotationResult.Renewed;
import dev.rampline.rotation.TokenProvider.Reply;
import dev.rampline.time.Deadline;
import dev.rampline.time.JitteredBackoff;
import dev.rampline.time.Sleeper;
import dev.rampline.verification.InvalidKeysException;
import dev.rampline.verification.KeySource;
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
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(50);
  private static final Duration MAX_BACKOFF = Duration.ofMillis(3200);

  private final KeyRingStore store;
  private final KeySource credentials;
  private final TokenProvider provider;
  private final RotationPolicy policy;
  private final InstantSource clock;
  private final JitteredBackoff backoff;
  private final Sleeper sleeper;

  /**
   * @param credentials reads the API key and secret
   * @param random source of the backoff jitter, so that concurrent runs spread out
   */
  public Rotation(
      KeyRingStore store,
      KeySource credentials,
      TokenProvider provider,
      RotationPolicy policy,
      InstantSource clock,
      RandomGenerator random,
      Sleeper sleeper) {
    this.store = Objects.requireNonNull(store, "store");
    this.credentials = Objects.requireNonNull(credentials, "credentials");
    this.provider = Objects.requireNonNull(provider, "provider");
    this.policy = Objects.requireNonNull(policy, "policy");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.backoff = JitteredBackoff.full(FIRST_BACKOFF, MAX_BACKOFF, random);
    this.sleeper = Objects.requireNonNull(sleeper, "sleeper");
  }

  /** Requests and stores a new token if one is due. */
  public RotationResult rotate(Deadline deadline) {
    try {
      KeyRingDocument ring = KeyRingDocument.parse(store.read(deadline).text());
      return ring.isDue(policy, clock.instant()) ? renew(ring, deadline) : currentResult(ring);
    } catch (KeysUnavailableException unread) {
      return Failed.of(RotationFailure.KEYS_UNAVAILABLE, unread);
    } catch (InvalidKeysException invalid) {
      return Failed.of(RotationFailure.KEYS_INVALID, invalid);
    }
  }

  private static RotationResult currentResult(KeyRingDocument ring) {
    return new Current(ring.current().flatMap(KeyRingEntry::expiresAt).orElseThrow());
  }

  private RotationResult renew(KeyRingDocument ring, Deadline deadline) {
    Keys keys = credentials.read().keys();
    Secret apiKey = keys.apiKey();
    Secret apiSecret = keys.apiSecret();
    if (apiKey == null || apiSecret == null) {
      return Failed.of(RotationFailure.NO_CREDENTIALS);
    }
    Instant requestedAt = clock.instant();
    return switch (provider.requestToken(apiKey, apiSecret, withoutStoreBudget(deadline))) {
      case Reply.Issued(Secret token, Instant expiresAt) ->
          storeToken(policy.token(token.text(), expiresAt, requestedAt), ring, deadline);
      case Reply.Rejected(CallFailure call) -> Failed.of(RotationFailure.PROVIDER_REJECTED, call);
      case Reply.Unusable(CallFailure call) ->
          Failed.of(RotationFailure.PROVIDER_RESPONSE_INVALID, call);
      case Reply.Unavailable(CallFailure call) ->
          Failed.of(RotationFailure.PROVIDER_UNAVAILABLE, call);
    };
  }

  private RotationResult storeToken(AccessToken token, KeyRingDocument known, Deadline deadline) {
    if (known.isAlreadyCurrent(token)) {
      return currentResult(known);
    }
    KeysUnavailableException lastFault = null;
    for (int attempt = 1; attempt <= MAX_ATTEMPTS && !deadline.hasPassed(); attempt++) {
      try {
        if (tryStore(token, deadline)) {
          return new Renewed(token.expiresAt());
        }
      } catch (KeysUnavailableException unavailable) {
        lastFault = unavailable;
      }
      sleeper.sleep(backoff.after(attempt));
    }
    return Failed.of(RotationFailure.NOT_STORED, lastFault);
  }

  /** Reads the document again and adds the token, unless an earlier attempt has stored it. */
  private boolean tryStore(AccessToken token, Deadline deadline) {
    StoredKeyRing stored = store.read(deadline);
    KeyRingDocument ring = KeyRingDocument.parse(stored.text());
    return ring.hasToken(token)
        || store.replace(stored, ring.with(token, policy, clock.instant()), deadline)
            == Replacement.WRITTEN;
  }

  private static Deadline withoutStoreBudget(Deadline deadline) {
    return new Deadline(deadline.at().minus(STORE_BUDGET), deadline.clock());
  }
}
