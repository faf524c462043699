package dev.rampline.verification;

/** The store of the keys. */
@FunctionalInterface
public interface KeySource {
  /**
   * Reads the keys from the store; no result is cached.
   *
   * @throws KeysUnavailableException if they cannot be read
   * @throws InvalidKeysException if the document contains no usable keys
   */
  KeysDocument read();
}
