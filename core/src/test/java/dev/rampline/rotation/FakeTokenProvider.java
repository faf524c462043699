package dev.rampline.rotation;

import dev.rampline.time.Deadline;
import dev.rampline.verification.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Issues a new token for each call, until a test sets another reply. */
final class FakeTokenProvider implements TokenProvider {
  private final List<String> issued = new ArrayList<>();
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
    String token = "issued-access-token-" + issued.size();
    issued.add(token);
    Instant expiresAt = clock.instant().plus(lifetime);
    return new Reply.Issued(new Secret(token, null), expiresAt);
  }

  /** Returns the issued tokens in order. */
  List<String> issued() {
    return List.copyOf(issued);
  }
}
