package dev.rampline.verification;

import dev.rampline.verification.Verification.Rejected;

/** What a body is, settled before any key is tried. */
sealed interface Body permits Body.Unusable, SignedJwt, AesGcmPayload, HmacPayload {

  Verification verify(VerificationContext circumstances);

  /** Nothing that a key could be tried on. */
  record Unusable(RejectionReason reason) implements Body {
    @Override
    public Verification verify(VerificationContext circumstances) {
      return new Rejected(reason);
    }
  }
}
