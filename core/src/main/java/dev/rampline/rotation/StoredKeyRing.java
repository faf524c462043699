package dev.rampline.rotation;

import java.util.Objects;

/**
 * The document of keys as it was read. It does not print.
 *
 * @param version what the store knows this text by
 * @param text the JSON of design §8
 */
public record StoredKeyRing(String version, String text) {
  public StoredKeyRing {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(text, "text");
  }

  @Override
  public String toString() {
    return "StoredRing[" + version + ", hidden]";
  }
}
