package dev.rampline.verification;

import java.util.stream.Stream;

/**
 * The three transports that the provider documents ({@code
 * docs/provider-api.md#signatures-and-encryption}).
 */
public enum Transport {
  /** A: a JWT with an HS256 signature; the key is the access token. */
  JWT("jwt"),
  /** B: AES-256-GCM; the key is derived from the webhook secret. */
  AES("aes"),
  /** C: plain JSON; the signature header contains the body's HMAC-SHA256. */
  HMAC("hmac");

  private final String text;

  Transport(String text) {
    this.text = text;
  }

  /**
   * Returns the transport with that name in the quarantine.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Transport of(String text) {
    return Stream.of(values())
        .filter(transport -> transport.text.equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Unknown transport"));
  }

  /** Returns the name in the quarantine. */
  public String text() {
    return text;
  }
}
