package dev.rampline.emulator;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where the signed or sealed text stands in a body: nobody knows for sure (provider.md A1).
 *
 * @param prefix what stands in front of the text
 * @param suffix what stands behind it
 */
record WebhookBodyFormat(String prefix, String suffix) {
  /** Under the likeliest name. */
  static final WebhookBodyFormat DATA = field("data");

  /** Every spelling that a receiver may meet. */
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
