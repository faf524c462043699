package dev.rampline.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampline.emulator.SignedBody;
import dev.rampline.send.SigningConfig;
import java.util.Map;
import java.util.Objects;

/** A captured request: its body alone, or the whole API Gateway event. */
final class Capture {
  private final String method;
  private final Map<String, String> headers;
  private final byte[] body;
  private final boolean isFullRequest;

  private Capture(String method, Map<String, String> headers, byte[] body, boolean isWhole) {
    this.method = Objects.requireNonNull(method, "method");
    this.headers = Map.copyOf(headers);
    this.body = Objects.requireNonNull(body, "body");
    this.isFullRequest = isWhole;
  }

  static Capture ofBody(byte[] body) {
    return new Capture("POST", Map.of(), body, false);
  }

  static Capture ofEvent(String method, Map<String, String> headers, byte[] body) {
    return new Capture(method, headers, body, true);
  }

  /** Signs the body as a payload; a whole request is unchanged. */
  Capture sign(SigningConfig signing) {
    if (isFullRequest) {
      return this;
    }
    SignedBody signed = signing.sign(new String(body, UTF_8));
    return new Capture(method, signed.headers(), signed.body().getBytes(UTF_8), false);
  }

  String method() {
    return method;
  }

  /** The headers that can be sent again. */
  Map<String, String> headers() {
    return headers;
  }

  byte[] body() {
    return body.clone();
  }
}
