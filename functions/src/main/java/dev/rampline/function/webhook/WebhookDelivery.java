package dev.rampline.function.webhook;

import dev.rampline.event.TraceContext;
import org.jspecify.annotations.Nullable;

/**
 * What the provider sent: raw bytes, and the two headers that anything reads. It does not print.
 */
final class WebhookDelivery {
  private final byte[] body;
  private final @Nullable String signature;
  private final @Nullable TraceContext trace;

  private WebhookDelivery(byte[] body, @Nullable String signature, @Nullable TraceContext trace) {
    this.body = body;
    this.signature = signature;
    this.trace = trace;
  }

  static WebhookDelivery of(byte[] body, Headers headers) {
    return new WebhookDelivery(
        body,
        headers.find("x-OZZOBiT-signature").orElse(null),
        headers.find(TraceContext.NAME).flatMap(TraceContext::parse).orElse(null));
  }

  /** The bytes themselves, not a copy: nobody changes them. */
  byte[] body() {
    return body;
  }

  /** The signature header as it came. */
  @Nullable String signature() {
    return signature;
  }

  /** The trace that the sender says it belongs to, if that is well-formed; not signed. */
  @Nullable TraceContext trace() {
    return trace;
  }
}
