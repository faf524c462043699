package dev.rampline.verification;

import dev.rampline.json.DecimalParser;
import dev.rampline.json.Json;
import dev.rampline.verification.Verification.Rejected;
import dev.rampline.verification.Verification.Verified;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Checks a token's time claims {@code exp} and {@code nbf} (RFC 7519 section 4.1). {@code iat} is
 * ignored.
 */
final class JwtTimeClaims {
  private JwtTimeClaims() {}

  /**
   * Returns the verification unchanged, or a rejection if the token has expired or is not valid
   * yet.
   */
  static Verification enforce(Verification verification, VerificationContext context) {
    if (!(verification instanceof Verified verified)) {
      return verification;
    }
    return rejectionReason(verified.claims(), context)
        .<Verification>map(Rejected::new)
        .orElse(verified);
  }

  private static Optional<RejectionReason> rejectionReason(
      Json.Obj claims, VerificationContext context) {
    Instant earliest = context.now().minus(context.leeway());
    Instant latest = context.now().plus(context.leeway());
    return rejectionReason(
            claims.get("exp"),
            expiry -> seconds(earliest).compareTo(expiry) >= 0,
            RejectionReason.TOKEN_EXPIRED)
        .or(
            () ->
                rejectionReason(
                    claims.get("nbf"),
                    start -> seconds(latest).compareTo(start) < 0,
                    RejectionReason.TOKEN_NOT_YET_VALID));
  }

  private static Optional<RejectionReason> rejectionReason(
      Optional<Json> claim, Predicate<BigDecimal> isRejected, RejectionReason reason) {
    if (claim.isEmpty()) {
      return Optional.empty();
    }
    Optional<BigDecimal> time =
        claim.get() instanceof Json.Num(String literal)
            ? DecimalParser.parse(literal)
            : Optional.empty();
    if (time.isEmpty()) {
      return Optional.of(RejectionReason.TOKEN_TIME_NOT_A_NUMBER);
    }
    return time.filter(isRejected).map(_ -> reason);
  }

  private static BigDecimal seconds(Instant instant) {
    return BigDecimal.valueOf(instant.getEpochSecond())
        .add(BigDecimal.valueOf(instant.getNano(), 9));
  }
}
