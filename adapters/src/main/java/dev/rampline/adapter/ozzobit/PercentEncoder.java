package dev.rampline.adapter.ozzobit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** Percent-encodes text for a path segment or a query (RFC 3986). */
final class PercentEncoder {
  private PercentEncoder() {}

  static String encode(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
