package dev.rampline.devstack;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.emulator.ApiCredentials;
import dev.rampline.verification.InvalidKeysException;
import dev.rampline.verification.Keys;
import dev.rampline.verification.KeysDocument;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * The keys of a local stack, the current ones first. {@code toString} shows no key.
 *
 * @param accessTokens the access tokens, which are the keys of JWTs
 * @param webhookSecrets the webhook secrets, which are the keys of AES-GCM and HMAC
 * @param api the credentials for the provider's API and socket
 */
public record DevKeys(List<String> accessTokens, List<String> webhookSecrets, ApiCredentials api) {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int RANDOM_BYTES = 24;

  public DevKeys {
    accessTokens = List.copyOf(accessTokens);
    webhookSecrets = List.copyOf(webhookSecrets);
  }

  /** Generates one key of each kind. */
  public static DevKeys random() {
    return withSigningKeys(
        List.of("demo-access-token-" + randomText()), List.of("demo-secret-" + randomText()));
  }

  /** These keys with new credentials for API and socket. */
  public static DevKeys withSigningKeys(List<String> accessTokens, List<String> webhookSecrets) {
    return new DevKeys(
        accessTokens,
        webhookSecrets,
        new ApiCredentials("demo-api-key-" + randomText(), "demo-api-secret-" + randomText()));
  }

  private static String randomText() {
    byte[] bytes = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The value of {@code RAMPLINE_KEYS} for the receiver. */
  public String document() {
    ObjectNode document = MAPPER.createObjectNode();
    fill(document.putArray("accessTokens"), accessTokens);
    fill(document.putArray("webhookSecrets"), webhookSecrets);
    // A secret on the command line may be one that the provider imposes.
    document.put("webhookSecretMinBytes", 8);
    document.put("apiKey", api.apiKey()).put("apiSecret", api.apiSecret());
    return document.toString();
  }

  private static void fill(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }

  /**
   * The keys as the receiver parses them.
   *
   * @throws InvalidKeysException if the receiver would reject them
   */
  public Keys toKeys() {
    return KeysDocument.parseAcceptingSamples(document()).keys();
  }

  @Override
  public String toString() {
    return "DevKeys[hidden]";
  }
}
