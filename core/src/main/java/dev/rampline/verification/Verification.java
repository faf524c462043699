package dev.rampline.verification;

import dev.rampline.json.Json;
import java.util.Objects;

/** The result of verifying a body. */
public sealed interface Verification {

  /**
   * The provider sent the body.
   *
   * @param transport the transport
   * @param key position of the key that verified the body: 0 is the current one
   * @param claims the payload
   */
  record Verified(Transport transport, int key, Json.Obj claims) implements Verification {
    public Verified {
      Objects.requireNonNull(transport, "transport");
      Objects.requireNonNull(claims, "claims");
    }

    /** Omits the claims, which contain personal data. */
    @Override
    public String toString() {
      return "Verified[" + transport + ", key " + key + "]";
    }
  }

  /**
   * The provider sent the body, but its content is not a JSON object.
   *
   * @param transport the transport
   * @param key position of the key that verified the body: 0 is the current one
   * @param base64 the base64 of the content
   */
  record Unreadable(Transport transport, int key, String base64) implements Verification {
    public Unreadable {
      Objects.requireNonNull(transport, "transport");
      Objects.requireNonNull(base64, "base64");
    }

    /** Omits the content, which may contain personal data. */
    @Override
    public String toString() {
      return "Unreadable[" + transport + ", key " + key + "]";
    }
  }

  /** The body is rejected. The reason contains no part of the input. */
  record Rejected(RejectionReason reason) implements Verification {
    public Rejected {
      Objects.requireNonNull(reason, "reason");
    }
  }
}
