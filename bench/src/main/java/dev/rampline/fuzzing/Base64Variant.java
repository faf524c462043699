package dev.rampline.fuzzing;

/**
 * How the script has base64 spelt: as it ought to be, or in a way that a lenient reader takes for
 * the same. What a token signs is spelt before it is signed, so that its signature holds.
 */
record Base64Variant(FuzzInput script) {
  private static final int GROUP = 4;
  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  /** Whether all is spelt as it ought to be. */
  boolean isCanonical() {
    return script.all("spell").isEmpty();
  }

  /** That part, spelt as {@code spell PART WAY} says. */
  String apply(String part, String base64) {
    return switch (script.find("spell " + part).orElse("")) {
      case "padded" -> base64 + "=".repeat((GROUP - base64.length() % GROUP) % GROUP);
      case "bare" -> base64.replace("=", "");
      case "standard" -> base64.replace('-', '+').replace('_', '/');
      case "url" -> base64.replace('+', '-').replace('/', '_');
      case "stray" -> withStrayBits(base64);
      case "spaced" -> base64 + " ";
      case "followed" -> base64 + ".e30";
      default -> base64;
    };
  }

  /** With one of those bits set in the last digit that belong to no byte. */
  private static String withStrayBits(String base64) {
    int digits = base64.replace("=", "").length();
    boolean spare = digits % GROUP > 1;
    if (!spare) {
      return base64;
    }
    char last = DIGITS.charAt(DIGITS.indexOf(base64.charAt(digits - 1)) | 1);
    return base64.substring(0, digits - 1) + last + base64.substring(digits);
  }
}
