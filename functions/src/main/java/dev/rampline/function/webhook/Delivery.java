package dev.rampline.function.webhook;

import org.jspecify.annotations.Nullable;

/**
 * What the provider sent: raw bytes, and the two headers that anything reads. It does not print.
 */
final class Delivery {
  private final byte[] body;
  private final @Nullable String signature;
  private final @Nullable String traceparent;

  private Delivery(byte[] body, @Nullable String signature, @Nullable String traceparent) {
    this.body = body;
    this.signature = signature;
    this.traceparent = traceparent;
  }

  static Delivery of(byte[] body, Headers headers) {
    return new Delivery(
        body,
        headers.find("x-OZZOBiT-signature").orElse(null),
        headers.find("traceparent").filter(TraceContext::isValid).orElse(null));
  }

  /** The bytes themselves, not a copy: nobody changes them. */
  byte[] body() {
    return body;
  }

  /** The signature header as it came. */
  @Nullable String signature() {
    return signature;
  }

  /** The W3C trace context, if a well-formed one came. */
  @Nullable String traceparent() {
    return traceparent;
  }
}
