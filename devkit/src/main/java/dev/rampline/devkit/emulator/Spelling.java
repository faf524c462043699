package dev.rampline.devkit.emulator;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where the signed or sealed text stands in a body: nobody knows for sure (provider.md A1).
 *
 * @param before what stands in front of the text
 * @param after what stands behind it
 */
record Spelling(String before, String after) {
  /** Under the likeliest name. */
  static final Spelling DATA = field("data");

  /** Every spelling that a receiver may meet. */
  static final List<Spelling> ALL =
      Stream.concat(
              Stream.of("data", "payload", "webhookData", "encryptedData", "token", "jwt")
                  .map(Spelling::field),
              Stream.of(new Spelling("\"", "\""), new Spelling("", "")))
          .toList();

  String of(String text) {
    return before + text + after;
  }

  private static Spelling field(String name) {
    return new Spelling("{\"" + name + "\":\"", "\"}");
  }
}
