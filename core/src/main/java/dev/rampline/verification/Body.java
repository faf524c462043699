package dev.rampline.verification;

import dev.rampline.verification.Verification.Rejected;

/** What a body is, settled before any key is tried. */
sealed interface Body permits Body.Unusable, SignedToken, SealedEnvelope, SignedObject {

  Verification verify(Circumstances circumstances);

  /** Nothing that a key could be tried on. */
  record Unusable(Reason reason) implements Body {
    @Override
    public Verification verify(Circumstances circumstances) {
      return new Rejected(reason);
    }
  }
}
