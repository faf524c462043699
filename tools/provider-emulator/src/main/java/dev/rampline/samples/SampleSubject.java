package dev.rampline.samples;

import java.util.HexFormat;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * The subject of a scenario.
 *
 * @param id the provider's order ID, or the partner's customer ID
 */
public record SampleSubject(String id) {
  private static final int RANDOM_BYTES = 4;

  public SampleSubject {
    Objects.requireNonNull(id, "id");
  }

  /** A new random subject. */
  static SampleSubject random(String kind, RandomGenerator random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return new SampleSubject(kind + "-" + HexFormat.of().formatHex(bytes));
  }

  /** The partner's order ID. */
  String partnerOrderId() {
    return "partner-" + id;
  }

  /** The provider's customer ID. */
  String userId() {
    return "user-" + id;
  }
}
