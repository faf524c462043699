package dev.rampline.verification;

import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The key document ({@code docs/architecture.md#secrets-and-token-rotation}). Unknown members are
 * ignored, so that an older version can read a newer version's document. A null {@code notAfter},
 * {@code apiKey} or {@code apiSecret} counts as absent.
 *
 * @param keys the keys
 * @param warnings allowed but insecure settings, in fixed texts
 */
public record KeysDocument(Keys keys, List<String> warnings) {
  public KeysDocument {
    Objects.requireNonNull(keys, "keys");
    warnings = List.copyOf(warnings);
  }

  /**
   * Parses a document.
   *
   * @throws InvalidKeysException if the document is invalid, contains no key, or a key is too weak
   */
  public static KeysDocument parse(String json) {
    KeysDocument document = parseAllowingEmpty(json);
    if (document.keys.accessTokens().isEmpty() && document.keys.webhookSecrets().isEmpty()) {
      String hint =
          document.warnings.stream()
              .filter(warning -> warning.startsWith("The keys"))
              .findFirst()
              .map(warning -> ". " + warning)
              .orElse("");
      throw new InvalidKeysException(
          "The keys contain neither an access token nor a webhook secret: add accessTokens or webhookSecrets"
              + hint);
    }
    return document;
  }

  /**
   * Parses a document that may contain only credentials, which are enough to request the first
   * token.
   *
   * @throws InvalidKeysException if the document is invalid or a key is too weak
   */
  public static KeysDocument parseAllowingEmpty(String json) {
    if (KeyMistakes.beginsWithByteOrderMark(json)) {
      throw new InvalidKeysException(
          "The keys begin with a byte order mark: store them without it");
    }
    if (!(JsonReader.read(json).orElse(null) instanceof Json.Obj document)) {
      throw new InvalidKeysException(
          "The keys are not a JSON object, such as {\"accessTokens\": [\"...\"]}");
    }
    Keys keys =
        new Keys(
            secrets(document, KeyStrength.ACCESS_TOKEN),
            secrets(document, KeyStrength.WEBHOOK_SECRET),
            credential(document, "apiKey"),
            credential(document, "apiSecret"));
    return new KeysDocument(keys, warnings(document, keys));
  }

  private static List<Secret> secrets(Json.Obj document, KeyStrength strength) {
    Optional<Json> member = document.get(strength.member());
    if (member.isEmpty()) {
      return List.of();
    }
    if (!(member.get() instanceof Json.Arr(List<Json> entries))) {
      throw new InvalidKeysException(strength.member() + " is not an array");
    }
    List<Secret> secrets =
        entries.stream().map(entry -> SecretEntry.read(entry, strength)).toList();
    secrets.forEach(strength::require);
    return secrets;
  }

  private static @Nullable Secret credential(Json.Obj document, String name) {
    Optional<Json> member = document.get(name).filter(json -> !(json instanceof Json.Null));
    if (member.isEmpty()) {
      return null;
    }
    if (!(member.get() instanceof Json.Text(String text)) || text.isEmpty()) {
      throw new InvalidKeysException(name + " is not a non-empty string");
    }
    return new Secret(text, null);
  }

  private static List<String> warnings(Json.Obj document, Keys keys) {
    Stream<String> weak =
        Stream.of(
                KeyStrength.ACCESS_TOKEN.warning(keys.accessTokens()),
                KeyStrength.WEBHOOK_SECRET.warning(keys.webhookSecrets()))
            .flatMap(Optional::stream);
    return Stream.concat(weak, KeyMistakes.find(document, keys).stream()).toList();
  }
}
