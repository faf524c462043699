package dev.rampline.emulator;

/** The three ways in which the provider's pages say that a payload travels. */
public enum WebhookTransport {
  /** A token, signed HS256 with the partner access token, in {@code {"data": "…"}}. */
  JWT,
  /** AES-256-GCM under the webhook secret, as base64 in {@code {"data": "…"}}. */
  AES,
  /** The payload itself, with its HMAC under the webhook secret in a header. */
  HMAC
}
