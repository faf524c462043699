package dev.rampline.verification;

import dev.rampline.verification.Verification.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Transport B: base64 of IV, tag and ciphertext of AES-256-GCM (provider.md §3.3). GCM
 * authenticates by itself, so the signature header may be absent; one that is there must be right.
 */
final class AesGcmPayload implements Body {
  /** An IV, a whole tag and at least one byte: a shorter tag would be a weaker one. */
  private static final int MIN_BYTES = WebhookCipher.IV_BYTES + WebhookCipher.TAG_BYTES + 1;

  private final String text;
  private final byte[] encrypted;
  private final byte[] body;

  private AesGcmPayload(String text, byte[] envelope, byte[] body) {
    this.text = text;
    this.encrypted = envelope;
    this.body = body;
  }

  /** The text as an envelope, if it is strict base64 of enough bytes. */
  static Optional<AesGcmPayload> of(String text, byte[] body) {
    return StrictBase64.decodeAny(text)
        .filter(envelope -> envelope.length >= MIN_BYTES)
        .map(envelope -> new AesGcmPayload(text, envelope, body));
  }

  @Override
  public Verification verify(VerificationContext circumstances) {
    List<RingKey> keys = RingKey.usable(circumstances.keys().webhookSecrets(), circumstances.now());
    if (keys.isEmpty()) {
      return new Rejected(RejectionReason.NO_KEY_FOR_TRANSPORT);
    }
    for (RingKey key : keys) {
      Optional<byte[]> opened = WebhookCipher.decrypt(encrypted, key.secret());
      if (opened.isPresent()) {
        return accept(key, opened.get(), circumstances.signatureHeader());
      }
    }
    return new Rejected(RejectionReason.NO_KEY_FITS);
  }

  private Verification accept(RingKey key, byte[] opened, @Nullable String signatureHeader) {
    return signatureHeader == null || isSignedBy(key, opened, signatureHeader)
        ? PayloadReader.read(Transport.AES, key.position(), opened)
        : new Rejected(RejectionReason.SIGNATURE_HEADER_WRONG);
  }

  /** What the signature covers is not documented (A5), so each of the three may be covered. */
  private boolean isSignedBy(RingKey key, byte[] opened, String signatureHeader) {
    byte[] written = text.getBytes(StandardCharsets.US_ASCII);
    return SignatureHeader.parse(signatureHeader)
        .filter(signature -> signature.isValidForAny(key, List.of(body, written, opened)))
        .isPresent();
  }
}
