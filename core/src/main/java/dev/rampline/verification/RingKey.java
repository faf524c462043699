package dev.rampline.verification;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A key and its position in the key ring.
 *
 * @param position 0 is the current key
 */
record RingKey(int position, Secret secret) {
  RingKey {
    Objects.requireNonNull(secret, "secret");
  }

  /** Returns the keys that are usable at that time. */
  static List<RingKey> usable(List<Secret> secrets, Instant now) {
    return IntStream.range(0, secrets.size())
        .mapToObj(position -> new RingKey(position, secrets.get(position)))
        .filter(key -> key.secret.isUsableAt(now))
        .toList();
  }

  byte[] bytes() {
    return secret.text().getBytes(StandardCharsets.UTF_8);
  }
}
