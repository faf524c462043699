package dev.rampline.emulator;

import java.util.Map;

/**
 * A webhook, ready to be sent.
 *
 * @param body the request's body
 * @param headers what stands in its head besides the content type
 */
public record SignedBody(String body, Map<String, String> headers) {
  public SignedBody {
    headers = Map.copyOf(headers);
  }

  /** A body that needs no header. */
  public static SignedBody of(String body) {
    return new SignedBody(body, Map.of());
  }
}
