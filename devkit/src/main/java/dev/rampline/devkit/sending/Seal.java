package dev.rampline.devkit.sending;

import dev.rampline.devkit.emulator.ProviderKeys;
import dev.rampline.devkit.emulator.SignedBody;
import dev.rampline.devkit.emulator.Signer;
import dev.rampline.devkit.emulator.Transport;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;

/**
 * How payloads are signed.
 *
 * @param transport one of the provider's three
 * @param keys that it needs
 */
public record Seal(Transport transport, ProviderKeys keys) {
  private static final int KEY_BYTES = 24;

  public Seal {
    Objects.requireNonNull(transport, "transport");
    Objects.requireNonNull(keys, "keys");
  }

  /** The payload as it is posted. */
  public SignedBody on(String payload) {
    return new Signer(keys).sign(transport, payload, new SecureRandom());
  }

  /** The same under keys that nobody knows. */
  Seal forged() {
    return new Seal(transport, new ProviderKeys(randomKey(), randomKey()));
  }

  private static String randomKey() {
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
