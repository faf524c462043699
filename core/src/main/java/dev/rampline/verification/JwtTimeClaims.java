package dev.rampline.verification;

import dev.rampline.json.DecimalParser;
import dev.rampline.json.Json;
import dev.rampline.verification.Verification.Rejected;
import dev.rampline.verification.Verification.Verified;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Checks a token's time claims {@code exp} and {@code nbf} (RFC 7519 section 4.1). A null counts as
 * absent. {@code iat} is ignored.
 */
final class JwtTimeClaims {
  private static final Json ABSENT = new Json.Null();

  /** Some libraries write numbers as text. */
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}+(?:\\.[0-9]{1,9}+)?+");

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
    return switch (claim.orElse(ABSENT)) {
      case Json.Null() -> Optional.empty();
      case Json.Num(String literal) -> rejectionReason(literal, isRejected, reason);
      case Json.Text(String literal) when NUMBER.matcher(literal).matches() ->
          rejectionReason(literal, isRejected, reason);
      case Json.Text _, Json.Bool _, Json.Obj _, Json.Arr _ ->
          Optional.of(RejectionReason.TOKEN_TIME_NOT_A_NUMBER);
    };
  }

  private static Optional<RejectionReason> rejectionReason(
      String literal, Predicate<BigDecimal> isRejected, RejectionReason reason) {
    Optional<BigDecimal> time = DecimalParser.parse(literal);
    return time.isEmpty()
        ? Optional.of(RejectionReason.TOKEN_TIME_NOT_A_NUMBER)
        : time.filter(isRejected).map(_ -> reason);
  }

  private static BigDecimal seconds(Instant instant) {
    return BigDecimal.valueOf(instant.getEpochSecond())
        .add(BigDecimal.valueOf(instant.getNano(), 9));
  }
}
