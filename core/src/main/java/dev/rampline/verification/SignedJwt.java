package dev.rampline.verification;

import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.verification.Verification.Rejected;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Transport A: a JWT with an HS256 signature; the access token's text is the key ({@code
 * docs/provider-api.md#a2}, {@code docs/provider-api.md#a3}).
 *
 * <p>Parsing and checks are Rampline's own and not java-jwt's, for the reasons in {@code
 * docs/architecture.md#verify}: among others java-jwt accepts {@code crit}, five spellings of every
 * token and bytes after the JSON, rejects an odd {@code iat}, and throws on some unauthenticated
 * tokens.
 */
final class SignedJwt implements Body {
  private static final Json ALGORITHM = new Json.Text("HS256");
  private static final int SIGNATURE_BYTES = 32;

  /** Members that change what a signature means: RFC 7515 section 4.1.11, RFC 7797, RFC 7516. */
  private static final Set<String> EXTENSIONS = Set.of("crit", "b64", "zip");

  /** The headers that libraries write for HS256: they need not be read. */
  static final List<String> USUAL_HEADERS =
      Stream.of(
              "{\"alg\":\"HS256\",\"typ\":\"JWT\"}",
              "{\"typ\":\"JWT\",\"alg\":\"HS256\"}",
              "{\"alg\":\"HS256\"}")
          .map(header -> header.getBytes(StandardCharsets.US_ASCII))
          .map(Base64.getUrlEncoder().withoutPadding()::encodeToString)
          .toList();

  private final String text;
  private final int headerEnd;
  private final int payloadEnd;

  private SignedJwt(String text, int headerEnd, int payloadEnd) {
    this.text = text;
    this.headerEnd = headerEnd;
    this.payloadEnd = payloadEnd;
  }

  /** Returns the text as a token, if it has three dot-separated parts. */
  static Optional<SignedJwt> of(String text) {
    int headerEnd = text.indexOf('.');
    int payloadEnd = text.indexOf('.', headerEnd + 1);
    boolean hasThreeParts =
        headerEnd >= 0 && payloadEnd >= 0 && text.indexOf('.', payloadEnd + 1) < 0;
    return hasThreeParts
        ? Optional.of(new SignedJwt(text, headerEnd, payloadEnd))
        : Optional.empty();
  }

  @Override
  public Verification verify(VerificationContext context) {
    byte[] token = text.getBytes(StandardCharsets.ISO_8859_1);
    byte[] payload = StrictBase64.decodeToken(token, headerEnd + 1, payloadEnd);
    byte[] signature = StrictBase64.decodeToken(token, payloadEnd + 1, token.length);
    if (payload == null || signature == null || signature.length != SIGNATURE_BYTES) {
      return new Rejected(RejectionReason.TOKEN_NOT_CANONICAL);
    }
    RejectionReason reason =
        hasUsualHeader() ? null : rejectionReason(StrictBase64.decodeToken(token, 0, headerEnd));
    return reason == null ? authenticate(token, payload, signature, context) : new Rejected(reason);
  }

  private boolean hasUsualHeader() {
    for (String header : USUAL_HEADERS) {
      if (header.length() == headerEnd && text.startsWith(header)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable RejectionReason rejectionReason(byte @Nullable [] headerBytes) {
    if (headerBytes == null) {
      return RejectionReason.TOKEN_NOT_CANONICAL;
    }
    if (!(JsonReader.read(headerBytes).orElse(null) instanceof Json.Obj header)) {
      return RejectionReason.TOKEN_HEADER_NOT_AN_OBJECT;
    }
    if (!ALGORITHM.equals(header.members().get("alg"))) {
      return RejectionReason.TOKEN_ALGORITHM;
    }
    return Collections.disjoint(header.members().keySet(), EXTENSIONS)
        ? null
        : RejectionReason.TOKEN_EXTENSION;
  }

  private Verification authenticate(
      byte[] token, byte[] payload, byte[] signature, VerificationContext context) {
    List<RingKey> keys = RingKey.usable(context.keys().accessTokens(), context.now());
    if (keys.isEmpty()) {
      return new Rejected(RejectionReason.NO_KEY_FOR_TRANSPORT);
    }
    for (RingKey key : keys) {
      if (MessageDigest.isEqual(key.secret().hmac().sign(token, payloadEnd), signature)) {
        Verification content = PayloadReader.read(Transport.JWT, key.position(), payload);
        return JwtTimeClaims.enforce(content, context);
      }
    }
    return new Rejected(RejectionReason.NO_KEY_FITS);
  }
}
