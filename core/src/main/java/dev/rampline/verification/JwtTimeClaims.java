package dev.rampline.verification;

import dev.rampline.json.Json;
import dev.rampline.verification.Verification.Rejected;
import dev.rampline.verification.Verification.Verified;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * When a token holds: {@code exp} and {@code nbf}, RFC 7519 section 4.1. {@code iat} is nothing.
 */
final class JwtTimeClaims {
  private JwtTimeClaims() {}

  /** The same verification, unless the claims say that their time is over or still to come. */
  static Verification enforce(Verification verification, VerificationContext circumstances) {
    if (!(verification instanceof Verified verified)) {
      return verification;
    }
    return rejectionReason(verified.claims(), circumstances)
        .<Verification>map(Rejected::new)
        .orElse(verified);
  }

  private static Optional<RejectionReason> rejectionReason(
      Json.Obj claims, VerificationContext circumstances) {
    Instant earliest = circumstances.now().minus(circumstances.leeway());
    Instant latest = circumstances.now().plus(circumstances.leeway());
    return rejectionReason(
            claims.get("exp"),
            end -> seconds(earliest).compareTo(end) >= 0,
            RejectionReason.TOKEN_EXPIRED)
        .or(
            () ->
                rejectionReason(
                    claims.get("nbf"),
                    start -> seconds(latest).compareTo(start) < 0,
                    RejectionReason.TOKEN_NOT_YET_VALID));
  }

  private static Optional<RejectionReason> rejectionReason(
      Optional<Json> claim, Predicate<BigDecimal> refuses, RejectionReason reason) {
    if (claim.isEmpty()) {
      return Optional.empty();
    }
    if (!(claim.get() instanceof Json.Num(String literal))) {
      return Optional.of(RejectionReason.TOKEN_TIME_NOT_A_NUMBER);
    }
    return refuses.test(NumericDate.of(literal)) ? Optional.of(reason) : Optional.empty();
  }

  private static BigDecimal seconds(Instant instant) {
    return BigDecimal.valueOf(instant.getEpochSecond())
        .add(BigDecimal.valueOf(instant.getNano(), 9));
  }
}
