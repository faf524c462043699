package dev.rampline.verification;

/** Where the keys are kept. */
@FunctionalInterface
public interface KeySource {
  /**
   * Reads them, each time anew.
   *
   * @throws KeysUnavailableException if they cannot be read
   * @throws InvalidKeysException if what was read holds no usable keys
   */
  KeysDocument read();
}
