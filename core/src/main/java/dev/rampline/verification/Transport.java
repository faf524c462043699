package dev.rampline.verification;

/** The three transports that the provider's pages describe (provider.md §3.3). */
public enum Transport {
  /** A: a JWT, signed HS256 with the access token. */
  JWT,
  /** B: AES-256-GCM under a key made from the webhook secret. */
  AES,
  /** C: plain JSON with an HMAC-SHA256 of the body in the signature header. */
  HMAC
}
