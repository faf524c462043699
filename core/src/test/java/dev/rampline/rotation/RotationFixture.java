package dev.rampline.rotation;

import dev.rampline.time.Deadline;
import dev.rampline.verification.Keys;
import dev.rampline.verification.KeysDocument;
import dev.rampline.verification.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** A rotation with an in-memory store and an adjustable clock. */
final class RotationFixture {
  static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  static final Duration LIFETIME = Duration.ofHours(4);
  static final RotationPolicy POLICY =
      new RotationPolicy(
          Duration.ofMinutes(30), Duration.ofDays(7), Duration.ofDays(1), Duration.ofHours(1));

  final InMemoryKeyRingStore store;
  final FakeTokenProvider provider;
  private final Keys credentials;
  private Instant now = START;

  RotationFixture(String document) {
    this(document, new Keys(List.of(), List.of(), secret("key"), secret("secret")));
  }

  RotationFixture(String document, Keys credentials) {
    this.credentials = credentials;
    store = new InMemoryKeyRingStore(document);
    provider = new FakeTokenProvider(() -> now, LIFETIME);
  }

  /** Returns a document with the given tokens. Apostrophes stand for quotes. */
  static String containing(String tokens) {
    return json("{'accessTokens':[" + tokens + "]}");
  }

  static Secret secret(String text) {
    return new Secret(text, null);
  }

  static String json(String apostrophes) {
    return apostrophes.replace('\'', '"');
  }

  RotationResult rotate() {
    return over(store, provider).rotate(deadline());
  }

  Rotation over(KeyRingStore store, TokenProvider provider) {
    return new Rotation(
        store,
        () -> new KeysDocument(credentials, List.of()),
        provider,
        POLICY,
        () -> now,
        new Random(1),
        this::advanceClock);
  }

  Deadline deadline() {
    return Deadline.after(Duration.ofSeconds(55), () -> now);
  }

  void advanceClock(Duration time) {
    now = now.plus(time);
  }

  void makeDue() {
    advanceClock(LIFETIME.minus(POLICY.renewBefore()));
  }

  String document() {
    return store.versions().getLast();
  }

  List<Secret> tokens() {
    return KeysDocument.parse(document()).keys().accessTokens();
  }

  List<String> texts() {
    return tokens().stream().map(Secret::text).toList();
  }
}
