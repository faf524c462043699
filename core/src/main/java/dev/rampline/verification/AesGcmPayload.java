package dev.rampline.verification;

import dev.rampline.verification.Verification.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Transport B: the base64 of an AES-256-GCM message's IV, tag and ciphertext ({@code
 * docs/provider-api.md#signatures-and-encryption}). GCM authenticates the message, so the signature
 * header is optional; if it is present, it must be valid.
 */
final class AesGcmPayload implements Body {
  /** An IV, a complete tag and at least one byte. A shorter tag would be weaker. */
  private static final int MIN_BYTES = WebhookCipher.IV_BYTES + WebhookCipher.TAG_BYTES + 1;

  private final String text;
  private final byte[] encrypted;
  private final byte[] body;

  private AesGcmPayload(String text, byte[] envelope, byte[] body) {
    this.text = text;
    this.encrypted = envelope;
    this.body = body;
  }

  /** Returns the text as an AES-GCM payload, if it is strict base64 of enough bytes. */
  static Optional<AesGcmPayload> of(String text, byte[] body) {
    return StrictBase64.decodeAny(text)
        .filter(envelope -> envelope.length >= MIN_BYTES)
        .map(envelope -> new AesGcmPayload(text, envelope, body));
  }

  @Override
  public Verification verify(VerificationContext context) {
    List<RingKey> keys = RingKey.usable(context.keys().webhookSecrets(), context.now());
    if (keys.isEmpty()) {
      return new Rejected(RejectionReason.NO_KEY_FOR_TRANSPORT);
    }
    for (RingKey key : keys) {
      Optional<byte[]> plaintext = WebhookCipher.decrypt(encrypted, key.secret());
      if (plaintext.isPresent()) {
        return accept(key, plaintext.get(), context);
      }
    }
    return new Rejected(RejectionReason.NO_KEY_FITS);
  }

  private Verification accept(RingKey key, byte[] plaintext, VerificationContext context) {
    return context.signatureHeader() == null || isSignedBy(key, plaintext, context)
        ? PayloadReader.read(Transport.AES, key.position(), plaintext)
        : new Rejected(RejectionReason.SIGNATURE_HEADER_WRONG);
  }

  /**
   * The provider does not document which bytes the header's signature covers ({@code
   * docs/provider-api.md#a5}), so any of these is accepted.
   */
  private boolean isSignedBy(RingKey key, byte[] plaintext, VerificationContext context) {
    byte[] encoded = text.getBytes(StandardCharsets.US_ASCII);
    return context
        .signature()
        .filter(it -> it.isValidForAny(key, context.covered(body, encoded, plaintext)))
        .isPresent();
  }
}
