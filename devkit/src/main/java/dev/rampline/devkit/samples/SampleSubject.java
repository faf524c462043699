package dev.rampline.devkit.samples;

import java.util.HexFormat;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Whom a story is about.
 *
 * @param id the provider's id of an order, or the partner's own of a customer
 */
public record SampleSubject(String id) {
  private static final int RANDOM_BYTES = 4;

  public SampleSubject {
    Objects.requireNonNull(id, "id");
  }

  /** One that nobody has heard of yet. */
  static SampleSubject random(String kind, RandomGenerator random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return new SampleSubject(kind + "-" + HexFormat.of().formatHex(bytes));
  }

  /** The partner's own id of the order. */
  String partnerOrderId() {
    return "partner-" + id;
  }

  /** The provider's id of the customer. */
  String userId() {
    return "user-" + id;
  }
}
