package dev.rampline.devstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.emulator.ApiCredentials;
import dev.rampline.verification.InvalidKeysException;
import dev.rampline.verification.Keys;
import dev.rampline.verification.KeysDocument;
import dev.rampline.verification.Secret;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * The keys of a local stack, with credentials for the provider's API and socket. {@code toString}
 * shows no key.
 *
 * @param document the value of {@code RAMPLINE_KEYS} for the receiver ({@code
 *     docs/settings.md#the-key-ring})
 */
public record DevKeys(String document) {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int RANDOM_BYTES = 24;

  public DevKeys {
    Objects.requireNonNull(document, "document");
  }

  /** Generates one key of each kind. */
  public static DevKeys random() {
    return withSigningKeys(
        List.of("demo-access-token-" + randomText()), List.of("demo-secret-" + randomText()));
  }

  /** These keys, the current ones first, with new credentials for API and socket. */
  public static DevKeys withSigningKeys(List<String> accessTokens, List<String> webhookSecrets) {
    ObjectNode keys = MAPPER.createObjectNode();
    fill(keys.putArray("accessTokens"), accessTokens);
    fill(keys.putArray("webhookSecrets"), webhookSecrets);
    return withCredentials(keys);
  }

  /**
   * Parses a document and generates the credentials that it lacks.
   *
   * @throws InvalidKeysException if the receiver would reject it
   */
  public static DevKeys parse(String document) {
    KeysDocument.parseAcceptingSamples(document);
    try {
      return withCredentials((ObjectNode) MAPPER.readTree(document));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("The keys were JSON", impossible);
    }
  }

  private static DevKeys withCredentials(ObjectNode keys) {
    for (String name : List.of("apiKey", "apiSecret")) {
      JsonNode given = keys.path(name);
      if (given.isMissingNode() || given.isNull()) {
        keys.put(name, "demo-%s-%s".formatted(name, randomText()));
      }
    }
    return new DevKeys(keys.toString());
  }

  private static void fill(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }

  private static String randomText() {
    byte[] bytes = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The access tokens, which are the keys of JWTs, the current one first. */
  public List<String> accessTokens() {
    return toKeys().accessTokens().stream().map(Secret::text).toList();
  }

  /** The webhook secrets, which are the keys of AES-GCM and HMAC, the current one first. */
  public List<String> webhookSecrets() {
    return toKeys().webhookSecrets().stream().map(Secret::text).toList();
  }

  /** The credentials for the provider's API and socket. */
  public ApiCredentials api() {
    Keys keys = toKeys();
    return new ApiCredentials(
        Objects.requireNonNull(keys.apiKey()).text(),
        Objects.requireNonNull(keys.apiSecret()).text());
  }

  /** The keys as the receiver parses them. */
  public Keys toKeys() {
    return KeysDocument.parseAcceptingSamples(document).keys();
  }

  @Override
  public String toString() {
    return "DevKeys[hidden]";
  }
}
