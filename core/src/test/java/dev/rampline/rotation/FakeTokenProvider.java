package dev.rampline.rotation;

import dev.rampline.time.Deadline;
import dev.rampline.verification.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives a token of its own for each call, until it is told to answer otherwise. */
final class FakeTokenProvider implements TokenProvider {
  private final List<String> minted = new ArrayList<>();
  private final InstantSource clock;
  private final Duration lifetime;
  private @Nullable Reply fixed;

  FakeTokenProvider(InstantSource clock, Duration lifetime) {
    this.clock = clock;
    this.lifetime = lifetime;
  }

  void answerAlways(Reply reply) {
    fixed = reply;
  }

  @Override
  public Reply requestToken(Secret apiKey, Secret apiSecret, Deadline deadline) {
    if (fixed != null) {
      return fixed;
    }
    String token = "minted-access-token-" + minted.size();
    minted.add(token);
    Instant end = clock.instant().plus(lifetime);
    return new Reply.Issued(new Secret(token, null), end);
  }

  /** What it has given, in order. */
  List<String> minted() {
    return List.copyOf(minted);
  }
}
