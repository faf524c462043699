package dev.rampline.verification;

/**
 * The three transports that the provider documents ({@code
 * docs/provider-api.md#signatures-and-encryption}).
 */
public enum Transport {
  /** A: a JWT with an HS256 signature; the key is the access token. */
  JWT,
  /** B: AES-256-GCM; the key is derived from the webhook secret. */
  AES,
  /** C: plain JSON; the signature header contains the body's HMAC-SHA256. */
  HMAC
}
