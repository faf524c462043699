package dev.rampline.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/** Computes the subject of a record; an ID that is not a valid message group ID is hashed. */
final class Subjects {
  private static final Pattern PLAIN = Pattern.compile("[!-}][!-~]{0,95}");

  private Subjects() {}

  static String of(String prefix, String id) {
    return prefix + "/" + (PLAIN.matcher(id).matches() ? id : "~" + hash(id));
  }

  private static String hash(String id) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("The JDK lacks SHA-256", impossible);
    }
  }
}
