package dev.rampline.verification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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
    List<RingKey> usable = new ArrayList<>(secrets.size());
    for (int position = 0; position < secrets.size(); position++) {
      if (secrets.get(position).isUsableAt(now)) {
        usable.add(new RingKey(position, secrets.get(position)));
      }
    }
    return usable;
  }
}
