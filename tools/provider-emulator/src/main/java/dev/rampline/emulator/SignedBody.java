package dev.rampline.emulator;

import java.util.Map;

/**
 * A signed webhook.
 *
 * @param body the request body
 * @param headers the headers besides the content type
 */
public record SignedBody(String body, Map<String, String> headers) {
  public SignedBody {
    headers = Map.copyOf(headers);
  }

  /** A body without signature headers. */
  public static SignedBody of(String body) {
    return new SignedBody(body, Map.of());
  }
}
