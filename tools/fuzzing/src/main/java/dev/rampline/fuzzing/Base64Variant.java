package dev.rampline.fuzzing;

/**
 * Encodes parts of the input as base64, either canonically or in a variant that a lenient decoder
 * accepts. A token part is encoded before it is signed, so its signature stays valid.
 */
record Base64Variant(FuzzInput script) {
  private static final int GROUP = 4;
  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  /** Whether every part uses the canonical encoding. */
  boolean isCanonical() {
    return script.all("spell").isEmpty();
  }

  /** Encodes that part as the script line {@code spell PART VARIANT} says. */
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

  /** Encodes the bytes with one of the unused bits of the last digit set. */
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
