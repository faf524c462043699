package dev.rampline.verification;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The HMAC-SHA256 in the signature header, in hexadecimal digits of any case or in base64 ({@code
 * docs/provider-api.md#a5}). A header that was sent several times contains its values separated by
 * commas.
 */
final class SignatureHeader {
  private static final String PREFIX = "sha256=";
  private static final int BYTES = 32;

  /** Every value costs one comparison for each key. */
  private static final int MAX_VALUES = 4;

  private final List<byte[]> signatures;

  private SignatureHeader(List<byte[]> signatures) {
    this.signatures = signatures;
  }

  static Optional<SignatureHeader> parse(String header, boolean base64) {
    String[] values = header.split(",", MAX_VALUES + 1);
    if (values.length > MAX_VALUES) {
      return Optional.empty();
    }
    List<byte[]> signatures =
        Arrays.stream(values)
            .map(String::strip)
            .map(value -> value.startsWith(PREFIX) ? value.substring(PREFIX.length()) : value)
            .flatMap(value -> (base64 ? base64(value) : hex(value)).stream())
            .toList();
    return signatures.isEmpty() ? Optional.empty() : Optional.of(new SignatureHeader(signatures));
  }

  /**
   * Returns whether this is the signature of any of the byte arrays, with the whole secret as key.
   * All are compared, in constant time.
   */
  boolean isValidForAny(RingKey key, List<byte[]> covered) {
    return covered.stream()
        .map(bytes -> key.secret().hmac().sign(bytes, bytes.length))
        .flatMap(mac -> signatures.stream().map(it -> MessageDigest.isEqual(mac, it)))
        .reduce(false, Boolean::logicalOr);
  }

  private static Optional<byte[]> hex(String digits) {
    return digits.length() == 2 * BYTES && digits.chars().allMatch(HexFormat::isHexDigit)
        ? Optional.of(HexFormat.of().parseHex(digits))
        : Optional.empty();
  }

  private static Optional<byte[]> base64(String text) {
    return StrictBase64.decodeAny(text).filter(bytes -> bytes.length == BYTES);
  }
}
