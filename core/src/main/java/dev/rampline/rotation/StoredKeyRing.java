package dev.rampline.rotation;

import java.util.Objects;

/**
 * The key document as read. {@code toString} hides it.
 *
 * @param version the store's version id of this text
 * @param text the JSON ({@code docs/architecture.md#secrets-and-token-rotation})
 */
public record StoredKeyRing(String version, String text) {
  public StoredKeyRing {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(text, "text");
  }

  @Override
  public String toString() {
    return "StoredKeyRing[" + version + ", hidden]";
  }
}
