package dev.rampline.fuzzing;

import dev.rampline.event.EventFields;
import dev.rampline.event.VerifiedEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks that the fields of a verified event come from its payload. */
record PayloadFieldChecker(JsonTokens payload) {
  private static final Set<String> AMOUNTS = Set.of("fiatAmount", "cryptoAmount");
  private static final Set<String> INSTANTS = Set.of("createdAt", "completedAt");
  private static final Pattern INTEGER = Pattern.compile("-?[0-9]+");
  private static final Pattern SPACE_AROUND =
      Pattern.compile(
          "^[\\s\\p{Z}\\u001c-\\u001f\\u200b\\ufeff]+|[\\s\\p{Z}\\u001c-\\u001f\\u200b\\ufeff]+$");
  private static final int MAX_NAMES = 32;
  private static final int MAX_TEXT = 1024;

  /** JSON in a text counts too. */
  PayloadFieldChecker {
    payload = payload.withNested();
  }

  void check(VerifiedEvent event) {
    PropertyViolation.throwUnless(
        event.subject().text().matches("(order|kyc/(customer|partner-user|user))/[!-~]{1,96}"),
        "a subject is a valid message group ID");
    EventFields details = event.fields();
    details.values().forEach(this::check);
    PropertyViolation.throwUnless(
        details.unknownNames().size() <= MAX_NAMES, "unknown names are bounded");
    PropertyViolation.throwUnless(
        details.unknownNames().stream().allMatch(this::isName), "unknown names are in the payload");
  }

  private void check(String name, String value) {
    PropertyViolation.throwUnless(value.length() <= MAX_TEXT, "texts are bounded");
    PropertyViolation.throwUnless(!value.isEmpty(), "empty fields are absent");
    if (AMOUNTS.contains(name)) {
      checkAmount(name, value);
    } else if (INSTANTS.contains(name)) {
      PropertyViolation.throwUnless(
          Instant.parse(value).toString().equals(value), name + " is an instant");
    } else if (name.equals("side")) {
      PropertyViolation.throwUnless(
          Set.of("BUY", "SELL", "NFT").contains(value), "the side is a known value");
    } else {
      PropertyViolation.throwUnless(
          payload.scalars().anyMatch(text -> isPrefixOf(text, value) || isWhole(text, value)),
          name + " is in the payload");
    }
  }

  private void checkAmount(String name, String value) {
    PropertyViolation.throwUnless(
        value.matches("-?[0-9]{1,68}(\\.[0-9]{1,68})?"), name + " is a decimal");
    BigDecimal amount = new BigDecimal(value);
    PropertyViolation.throwUnless(
        value.equals("0") || amount.stripTrailingZeros().toPlainString().equals(value),
        name + " is canonical");
    PropertyViolation.throwUnless(
        payload.scalars().anyMatch(text -> isNumber(text, amount)), name + " is in the payload");
  }

  private static boolean isNumber(String text, BigDecimal amount) {
    try {
      return new BigDecimal(text.strip()).compareTo(amount) == 0;
    } catch (ArithmeticException | NumberFormatException unlike) {
      // Zero with an exponent beyond the int range is zero.
      return amount.signum() == 0 && text.matches("-?[0.]+[eE][+-]?[0-9]+");
    }
  }

  private boolean isName(String name) {
    return payload.names().anyMatch(text -> isPrefixOf(text, name));
  }

  /**
   * Whether the value is the text or a prefix of it, after replacing invalid characters, or the
   * text without the space around it.
   */
  private static boolean isPrefixOf(String text, String value) {
    return text.startsWith(value)
        || withoutLoneSurrogates(text).startsWith(value)
        || text.toLowerCase(Locale.ROOT).equals(value)
        || SPACE_AROUND.matcher(text).replaceAll("").equals(value);
  }

  /** Whether the value is the integer of a decimal spelling: an id may be written as 12345.0. */
  private static boolean isWhole(String text, String value) {
    return INTEGER.matcher(value).matches() && isNumber(text, new BigDecimal(value));
  }

  private static String withoutLoneSurrogates(String text) {
    int[] points =
        text.codePoints()
            .map(point -> Character.getType(point) == Character.SURROGATE ? '\uFFFD' : point)
            .toArray();
    return new String(points, 0, points.length);
  }
}
