package dev.rampline.function.webhook;

import dev.rampline.event.TraceContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook request of the provider: the raw body and the two headers that Rampline reads. Its text
 * form does not contain them.
 */
final class WebhookDelivery {
  private final byte[] body;
  private final List<byte[]> compressed;
  private final @Nullable String signature;
  private final @Nullable TraceContext trace;

  private WebhookDelivery(
      byte[] body,
      List<byte[]> compressed,
      @Nullable String signature,
      @Nullable TraceContext trace) {
    this.body = body;
    this.compressed = List.copyOf(compressed);
    this.signature = signature;
    this.trace = trace;
  }

  static WebhookDelivery of(
      byte[] body, List<byte[]> compressed, Headers headers, String signatureHeader) {
    return new WebhookDelivery(
        body,
        compressed,
        headers.find(signatureHeader).orElse(null),
        headers.find(TraceContext.NAME).flatMap(TraceContext::parse).orElse(null));
  }

  /** The raw body; not a copy, so callers must not change it. */
  byte[] body() {
    return body;
  }

  /** The body as received, if it was compressed; else empty. */
  List<byte[]> compressed() {
    return compressed;
  }

  /** The value of the signature header as received. */
  @Nullable String signature() {
    return signature;
  }

  /** The sender's trace context, if it is well-formed. It is not signed. */
  @Nullable TraceContext trace() {
    return trace;
  }
}
