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
 * A token in the provider's response, at the top level or in {@code data} ({@code
 * docs/provider-api.md#access-tokens}). The expiry is read from every known member. An invalid or
 * past expiry is ignored: renewing a token too early is better than having none.
 */
record TokenResponse(Secret token, @Nullable Instant expiresAt) {
  /** A token that fits in a header, is a valid key, and of which a secret can contain eight. */
  private static final Pattern TOKEN = Pattern.compile("[!-~]{16,4096}");

  TokenResponse {
    Objects.requireNonNull(token, "token");
  }

  static Optional<TokenResponse> read(Json response, Instant requestedAt) {
    List<Json.Obj> levels = levels(response);
    return values(levels, "accessToken")
        .findFirst()
        .map(value -> value instanceof Json.Text(String text) ? text : "")
        .filter(TOKEN.asMatchPredicate())
        .map(
            token ->
                new TokenResponse(new Secret(token, null), expiry(levels, token, requestedAt)));
  }

  /** Returns whether the response is the documented rejection: an object without a token. */
  static boolean isRejection(Json response) {
    return response instanceof Json.Obj
        && values(levels(response), "accessToken").findAny().isEmpty();
  }

  private static @Nullable Instant expiry(
      List<Json.Obj> levels, String token, Instant requestedAt) {
    Stream<Instant> at =
        values(levels, "expiresAt").flatMap(end -> ExpiryParser.parseInstant(end).stream());
    Stream<Instant> in =
        values(levels, "expiresIn", "expires_in")
            .flatMap(seconds -> ExpiryParser.parseLifetime(seconds, requestedAt).stream());
    return Stream.of(at, in, ExpiryParser.parseJwt(token).stream())
        .flatMap(ends -> ends)
        .filter(requestedAt::isBefore)
        .findFirst()
        .orElse(null);
  }

  private static List<Json.Obj> levels(Json response) {
    if (!(response instanceof Json.Obj root)) {
      return List.of();
    }
    return root.get("data").orElse(null) instanceof Json.Obj data
        ? List.of(root, data)
        : List.of(root);
  }

  /** Returns the values; a JSON null counts as absent. */
  private static Stream<Json> values(List<Json.Obj> levels, String... names) {
    return levels.stream()
        .flatMap(level -> Arrays.stream(names).flatMap(name -> level.get(name).stream()))
        .filter(value -> !(value instanceof Json.Null));
  }
}
