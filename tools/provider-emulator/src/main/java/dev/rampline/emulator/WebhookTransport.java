package dev.rampline.emulator;

/** The three transports of a payload on the provider's pages. */
public enum WebhookTransport {
  /** A JWT signed HS256 with the partner access token, in {@code {"data": "…"}}. */
  JWT,
  /** AES-256-GCM with the webhook secret, as base64 in {@code {"data": "…"}}. */
  AES,
  /** The plain payload, with its HMAC under the webhook secret in a header. */
  HMAC
}
