package dev.rampline.verification;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The HMAC-SHA256 in the signature header, in hexadecimal digits of any case ({@code
 * docs/provider-api.md#a5}).
 */
final class SignatureHeader {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String PREFIX = "sha256=";
  private static final int HEX_DIGITS = 64;

  private final byte[] signature;

  private SignatureHeader(byte[] signature) {
    this.signature = signature;
  }

  static Optional<SignatureHeader> parse(String header) {
    String digits = header.startsWith(PREFIX) ? header.substring(PREFIX.length()) : header;
    if (digits.length() != HEX_DIGITS || !digits.chars().allMatch(HexFormat::isHexDigit)) {
      return Optional.empty();
    }
    return Optional.of(new SignatureHeader(HexFormat.of().parseHex(digits)));
  }

  /**
   * Returns whether this is the signature of any of the byte arrays, with the whole secret as key.
   * All are compared, in constant time.
   */
  boolean isValidForAny(RingKey key, List<byte[]> covered) {
    return covered.stream()
        .map(bytes -> MessageDigest.isEqual(hmac(key, bytes), signature))
        .reduce(false, Boolean::logicalOr);
  }

  private static byte[] hmac(RingKey key, byte[] covered) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.bytes(), ALGORITHM));
      return mac.doFinal(covered);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("Every JDK has HMAC-SHA256", missing);
    }
  }
}
