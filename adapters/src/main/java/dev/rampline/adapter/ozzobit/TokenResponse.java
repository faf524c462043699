package dev.rampline.adapter.ozzobit;

import dev.rampline.json.Json;
import dev.rampline.verification.Secret;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A token as the provider gives it, at the top of the answer or in {@code data} (provider.md §2.1).
 * Its end is looked for at every place that is known; one that makes no sense, or has passed
 * already, tells nothing: better a token that is renewed too early than none.
 */
record TokenResponse(Secret token, @Nullable Instant expiresAt) {
  /** What a header can carry, a receiver takes as a key, and a secret has room for eight of. */
  private static final Pattern TOKEN = Pattern.compile("[!-~]{16,4096}");

  TokenResponse {
    Objects.requireNonNull(token, "token");
  }

  static Optional<TokenResponse> read(Json answer, Instant askedAt) {
    List<Json.Obj> levels = levels(answer);
    return values(levels, "accessToken")
        .findFirst()
        .map(value -> value instanceof Json.Text(String text) ? text : "")
        .filter(TOKEN.asMatchPredicate())
        .map(token -> new TokenResponse(new Secret(token, null), expiry(levels, token, askedAt)));
  }

  /** Whether it is the documented way to say no: an object that leaves the token out. */
  static boolean isRejection(Json answer) {
    return answer instanceof Json.Obj && values(levels(answer), "accessToken").findAny().isEmpty();
  }

  private static @Nullable Instant expiry(List<Json.Obj> levels, String token, Instant askedAt) {
    Stream<Instant> at =
        values(levels, "expiresAt").flatMap(end -> ExpiryParser.parseInstant(end).stream());
    Stream<Instant> in =
        values(levels, "expiresIn", "expires_in")
            .flatMap(seconds -> ExpiryParser.parseLifetime(seconds, askedAt).stream());
    return Stream.of(at, in, ExpiryParser.parseJwt(token).stream())
        .flatMap(ends -> ends)
        .filter(askedAt::isBefore)
        .findFirst()
        .orElse(null);
  }

  private static List<Json.Obj> levels(Json answer) {
    if (!(answer instanceof Json.Obj root)) {
      return List.of();
    }
    return root.get("data").orElse(null) instanceof Json.Obj data
        ? List.of(root, data)
        : List.of(root);
  }

  /** A null is not told. */
  private static Stream<Json> values(List<Json.Obj> levels, String... names) {
    return levels.stream()
        .flatMap(level -> Arrays.stream(names).flatMap(name -> level.get(name).stream()))
        .filter(value -> !(value instanceof Json.Null));
  }
}
