package dev.rampline.bench.fuzz;

import dev.rampline.observation.Details;
import dev.rampline.observation.Observation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** The facts of an observation stand in the payload that it was made of. */
record Facts(Tokens payload) {
  private static final Set<String> AMOUNTS = Set.of("fiatAmount", "cryptoAmount");
  private static final Set<String> MOMENTS = Set.of("createdAt", "completedAt");
  private static final int MOST_NAMES = 32;
  private static final int LONGEST_TEXT = 1024;

  void check(Observation observation) {
    Finding.unless(
        observation
            .subject()
            .text()
            .matches("(order|kyc/(customer|partner-user|user))/[!-~]{1,96}"),
        "a subject is one that a queue takes as a group");
    Details details = observation.details();
    details.values().forEach(this::check);
    Finding.unless(details.unknownNames().size() <= MOST_NAMES, "unknown names are bounded");
    Finding.unless(
        details.unknownNames().stream().allMatch(this::isName), "unknown names stand there");
  }

  private void check(String name, String value) {
    Finding.unless(value.length() <= LONGEST_TEXT, "texts are bounded");
    Finding.unless(!value.isEmpty(), "what is empty is absent");
    if (AMOUNTS.contains(name)) {
      checkAmount(name, value);
    } else if (MOMENTS.contains(name)) {
      Finding.unless(Instant.parse(value).toString().equals(value), name + " is an instant");
    } else if (name.equals("side")) {
      Finding.unless(Set.of("BUY", "SELL", "NFT").contains(value), "a side is one of three");
    } else {
      Finding.unless(payload.scalars().anyMatch(text -> isOf(text, value)), name + " stands there");
    }
  }

  private void checkAmount(String name, String value) {
    Finding.unless(value.matches("-?[0-9]{1,68}(\\.[0-9]{1,68})?"), name + " is a decimal");
    BigDecimal amount = new BigDecimal(value);
    Finding.unless(
        value.equals("0") || amount.stripTrailingZeros().toPlainString().equals(value),
        name + " is written in one way");
    Finding.unless(
        payload.scalars().anyMatch(text -> isNumber(text, amount)), name + " stands there");
  }

  private static boolean isNumber(String text, BigDecimal amount) {
    try {
      return new BigDecimal(text.strip()).compareTo(amount) == 0;
    } catch (ArithmeticException | NumberFormatException unlike) {
      // Zeros with an exponent beyond an int are zero.
      return amount.signum() == 0 && text.matches("-?[0.]+[eE][+-]?[0-9]+");
    }
  }

  private boolean isName(String name) {
    return payload.names().anyMatch(text -> isOf(text, name));
  }

  /** Whole, or cut; what is no character is replaced. */
  private static boolean isOf(String text, String value) {
    return text.startsWith(value)
        || repaired(text).startsWith(value)
        || text.toLowerCase(Locale.ROOT).equals(value);
  }

  private static String repaired(String text) {
    int[] points =
        text.codePoints()
            .map(point -> Character.getType(point) == Character.SURROGATE ? '\uFFFD' : point)
            .toArray();
    return new String(points, 0, points.length);
  }
}
