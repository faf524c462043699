package dev.rampline.verification;

import dev.rampline.json.Json;
import java.util.Objects;

/** What became of a delivered body. */
public sealed interface Verification {

  /**
   * The provider said this.
   *
   * @param transport how it was protected
   * @param key which of that transport's keys held: 0 is the current one
   * @param claims what it said
   */
  record Verified(Transport transport, int key, Json.Obj claims) implements Verification {
    public Verified {
      Objects.requireNonNull(transport, "transport");
      Objects.requireNonNull(claims, "claims");
    }

    /** Without the claims, which hold personal data. */
    @Override
    public String toString() {
      return "Verified[" + transport + ", key " + key + "]";
    }
  }

  /** It is not to be believed; the reason holds nothing of the input. */
  record Rejected(RejectionReason reason) implements Verification {
    public Rejected {
      Objects.requireNonNull(reason, "reason");
    }
  }
}
