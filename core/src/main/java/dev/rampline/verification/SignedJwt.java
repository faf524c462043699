package dev.rampline.verification;

import com.auth0.jwt.algorithms.Algorithm;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.verification.Verification.Rejected;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Transport A: a JWT with an HS256 signature; the access token's text is the key ({@code
 * docs/provider-api.md#a2}, {@code docs/provider-api.md#a3}).
 *
 * <p>java-jwt computes the MAC. Its parser and its checks of claims are not used, for the reasons
 * in {@code docs/architecture.md#verify}: among others it accepts {@code crit}, five spellings of
 * every token and bytes after the JSON, rejects an odd {@code iat}, and throws on some
 * unauthenticated tokens.
 */
final class SignedJwt implements Body {
  private static final int PARTS = 3;
  private static final int SIGNATURE_BYTES = 32;

  /** Members that change what a signature means: RFC 7515 section 4.1.11, RFC 7797, RFC 7516. */
  private static final Set<String> EXTENSIONS = Set.of("crit", "b64", "zip");

  private final String header;
  private final String payload;
  private final String signature;

  private SignedJwt(String header, String payload, String signature) {
    this.header = header;
    this.payload = payload;
    this.signature = signature;
  }

  /** Returns the text as a token, if it has three dot-separated parts. */
  static Optional<SignedJwt> of(String text) {
    String[] parts = text.split("\\.", PARTS + 1);
    return parts.length == PARTS
        ? Optional.of(new SignedJwt(parts[0], parts[1], parts[2]))
        : Optional.empty();
  }

  @Override
  public Verification verify(VerificationContext context) {
    Optional<byte[]> headerBytes = StrictBase64.decodeToken(header);
    Optional<byte[]> payloadBytes = StrictBase64.decodeToken(payload);
    Optional<byte[]> signatureBytes =
        StrictBase64.decodeToken(signature).filter(bytes -> bytes.length == SIGNATURE_BYTES);
    if (headerBytes.isEmpty() || payloadBytes.isEmpty() || signatureBytes.isEmpty()) {
      return new Rejected(RejectionReason.TOKEN_NOT_CANONICAL);
    }
    return rejectionReason(headerBytes.get())
        .<Verification>map(Rejected::new)
        .orElseGet(() -> authenticate(payloadBytes.get(), signatureBytes.get(), context));
  }

  private static Optional<RejectionReason> rejectionReason(byte[] headerBytes) {
    if (!(JsonReader.read(headerBytes).orElse(null) instanceof Json.Obj header)) {
      return Optional.of(RejectionReason.TOKEN_HEADER_NOT_AN_OBJECT);
    }
    if (!header.get("alg").equals(Optional.of(new Json.Text("HS256")))) {
      return Optional.of(RejectionReason.TOKEN_ALGORITHM);
    }
    return EXTENSIONS.stream().anyMatch(header.members()::containsKey)
        ? Optional.of(RejectionReason.TOKEN_EXTENSION)
        : Optional.empty();
  }

  private Verification authenticate(
      byte[] payloadBytes, byte[] signatureBytes, VerificationContext context) {
    List<RingKey> keys = RingKey.usable(context.keys().accessTokens(), context.now());
    if (keys.isEmpty()) {
      return new Rejected(RejectionReason.NO_KEY_FOR_TRANSPORT);
    }
    OptionalInt signer = matchingKey(keys, signatureBytes);
    if (signer.isEmpty()) {
      return new Rejected(RejectionReason.NO_KEY_FITS);
    }
    Verification content = PayloadReader.read(Transport.JWT, signer.getAsInt(), payloadBytes);
    return JwtTimeClaims.enforce(content, context);
  }

  private OptionalInt matchingKey(List<RingKey> keys, byte[] signatureBytes) {
    byte[] signedHeader = header.getBytes(StandardCharsets.US_ASCII);
    byte[] signedPayload = payload.getBytes(StandardCharsets.US_ASCII);
    return keys.stream()
        .filter(
            key ->
                MessageDigest.isEqual(
                    Algorithm.HMAC256(key.bytes()).sign(signedHeader, signedPayload),
                    signatureBytes))
        .mapToInt(RingKey::position)
        .findFirst();
  }
}
