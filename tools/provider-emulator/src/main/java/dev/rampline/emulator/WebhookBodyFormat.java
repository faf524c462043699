package dev.rampline.emulator;

import java.util.List;
import java.util.stream.Stream;

/**
 * The position of the signed or encrypted text in a body, which is undocumented ({@code
 * docs/provider-api.md#a1}).
 *
 * @param prefix the text before it
 * @param suffix the text after it
 */
record WebhookBodyFormat(String prefix, String suffix) {
  /** The most likely format. */
  static final WebhookBodyFormat DATA = field("data");

  /** All formats that a receiver may get. */
  static final List<WebhookBodyFormat> ALL =
      Stream.concat(
              Stream.of("data", "payload", "webhookData", "encryptedData", "token", "jwt")
                  .map(WebhookBodyFormat::field),
              Stream.of(new WebhookBodyFormat("\"", "\""), new WebhookBodyFormat("", "")))
          .toList();

  String render(String text) {
    return prefix + text + suffix;
  }

  private static WebhookBodyFormat field(String name) {
    return new WebhookBodyFormat("{\"" + name + "\":\"", "\"}");
  }
}
