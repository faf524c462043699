package dev.rampline.send;

import dev.rampline.emulator.ProviderKeys;
import dev.rampline.emulator.SignedBody;
import dev.rampline.emulator.Signer;
import dev.rampline.emulator.WebhookTransport;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;

/**
 * How payloads are signed.
 *
 * @param transport the webhook transport
 * @param keys the keys that the transport needs
 */
public record SigningConfig(WebhookTransport transport, ProviderKeys keys) {
  private static final int KEY_BYTES = 24;

  public SigningConfig {
    Objects.requireNonNull(transport, "transport");
    Objects.requireNonNull(keys, "keys");
  }

  /** Signs a payload. */
  public SignedBody sign(String payload) {
    return new Signer(keys).sign(transport, payload, new SecureRandom());
  }

  /** Returns the same transport with random keys. */
  SigningConfig withRandomKeys() {
    return new SigningConfig(transport, new ProviderKeys(randomKey(), randomKey()));
  }

  private static String randomKey() {
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
