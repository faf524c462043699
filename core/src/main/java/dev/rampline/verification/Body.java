package dev.rampline.verification;

import dev.rampline.verification.Verification.Rejected;

/** A body, classified before any key is tried. */
sealed interface Body permits Body.Unusable, SignedJwt, AesGcmPayload, HmacPayload {

  Verification verify(VerificationContext context);

  /** A body without content. */
  record Unusable(RejectionReason reason) implements Body {
    @Override
    public Verification verify(VerificationContext context) {
      return new Rejected(reason);
    }
  }
}
