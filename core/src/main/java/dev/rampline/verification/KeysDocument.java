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
  private static final int MIN_ORIGIN_BYTES = 32;

  public KeysDocument {
    Objects.requireNonNull(keys, "keys");
    warnings = List.copyOf(warnings);
  }

  /**
   * Parses a document.
   *
   * @throws InvalidKeysException if the document is invalid, contains no key, or a value cannot be
   *     a key or is too weak
   */
  public static KeysDocument parse(String json) {
    return requireKeys(parseAllowingEmpty(json));
  }

  /**
   * Parses a document of local use, which may contain the published samples of this repository.
   *
   * @throws InvalidKeysException as {@link #parse} does for everything else
   */
  public static KeysDocument parseAcceptingSamples(String json) {
    return requireKeys(parse(json, true));
  }

  private static KeysDocument requireKeys(KeysDocument document) {
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
   * @throws InvalidKeysException if the document is invalid, or a value cannot be a key or is too
   *     weak
   */
  public static KeysDocument parseAllowingEmpty(String json) {
    return parse(json, false);
  }

  /**
   * Returns these keys with the API key and secret of another document, which belong there alone.
   *
   * @throws InvalidKeysException if one value is used for two purposes
   */
  public KeysDocument withCredentials(Keys credentials) {
    Keys all = keys.withCredentials(credentials.apiKey(), credentials.apiSecret());
    KeyQuality.require(all, true);
    Stream<String> misplaced =
        keys.apiKey() == null && keys.apiSecret() == null
            ? Stream.empty()
            : Stream.of(
                "The keys contain apiKey or apiSecret: move them to the secret of the API"
                    + " credentials");
    return new KeysDocument(all, Stream.concat(warnings.stream(), misplaced).toList());
  }

  private static KeysDocument parse(String json, boolean acceptsSamples) {
    if (!json.isEmpty() && json.charAt(0) == KeyQuality.BYTE_ORDER_MARK) {
      throw new InvalidKeysException(
          "The keys begin with a byte order mark: store them without it");
    }
    if (!(JsonReader.read(json).orElse(null) instanceof Json.Obj document)) {
      throw new InvalidKeysException(
          "The keys are not a JSON object, such as {\"accessTokens\": [\"...\"]}");
    }
    int minBytes = minBytes(document);
    Keys keys =
        new Keys(
            secrets(document, KeyStrength.ACCESS_TOKEN, minBytes),
            secrets(document, KeyStrength.WEBHOOK_SECRET, minBytes),
            originSecrets(document),
            credential(document, "apiKey"),
            credential(document, "apiSecret"));
    KeyQuality.require(keys, acceptsSamples);
    return new KeysDocument(keys, warnings(document, keys));
  }

  private static int minBytes(Json.Obj document) {
    Optional<Json> member = document.get(KeyStrength.MIN_BYTES);
    if (member.isEmpty()) {
      return KeyStrength.DEFAULT_MIN_BYTES;
    }
    if (member.get() instanceof Json.Num(String literal) && literal.matches("[89]|1[0-6]")) {
      return Integer.parseInt(literal);
    }
    throw new InvalidKeysException(
        "%s is not a whole number from %d to %d"
            .formatted(
                KeyStrength.MIN_BYTES,
                KeyStrength.LOWEST_MIN_BYTES,
                KeyStrength.DEFAULT_MIN_BYTES));
  }

  /** Returns both origin secrets: during a change, CloudFront may still send the earlier one. */
  private static List<Secret> originSecrets(Json.Obj document) {
    List<Secret> secrets =
        Stream.of("originSecret1", "originSecret2")
            .map(name -> credential(document, name))
            .filter(Objects::nonNull)
            .toList();
    if (secrets.stream().anyMatch(secret -> KeyStrength.bytes(secret) < MIN_ORIGIN_BYTES)) {
      throw new InvalidKeysException(
          "originSecret1 or originSecret2 is shorter than " + MIN_ORIGIN_BYTES + " bytes");
    }
    return secrets;
  }

  private static List<Secret> secrets(Json.Obj document, KeyStrength strength, int minBytes) {
    Optional<Json> member = document.get(strength.member());
    if (member.isEmpty()) {
      return List.of();
    }
    if (!(member.get() instanceof Json.Arr(List<Json> entries))) {
      throw new InvalidKeysException(strength.member() + " is not an array");
    }
    List<Secret> secrets =
        entries.stream().map(entry -> SecretEntry.read(entry, strength)).toList();
    secrets.forEach(secret -> strength.require(secret, minBytes));
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
    return Stream.concat(weak, KeyMistakes.find(document)).toList();
  }
}
