package dev.rampline.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a verification depends on besides the body.
 *
 * @param signatureHeader the signature header as received; null if absent
 * @param base64Signature whether the header contains base64
 * @param compressed the body as received, if it was compressed; else empty
 * @param keys the keys of the ring, including expired ones
 * @param now the current time
 * @param leeway how far the provider's clock may be off
 */
record VerificationContext(
    @Nullable String signatureHeader,
    boolean base64Signature,
    List<byte[]> compressed,
    Keys keys,
    Instant now,
    Duration leeway) {
  VerificationContext {
    compressed = List.copyOf(compressed);
    Objects.requireNonNull(keys, "keys");
    Objects.requireNonNull(now, "now");
    Objects.requireNonNull(leeway, "leeway");
  }

  /** Returns the signature in the header; empty if it contains none. */
  Optional<SignatureHeader> signature() {
    return Optional.ofNullable(signatureHeader)
        .flatMap(header -> SignatureHeader.parse(header, base64Signature));
  }

  /** Returns the bytes that a signature of the body may cover: those sent, or those compressed. */
  List<byte[]> covered(byte[]... contents) {
    return Stream.concat(Stream.of(contents), compressed.stream()).toList();
  }
}
