package dev.rampline.verification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Refuses values that no provider issued or that no signature can match: published samples,
 * placeholders, mistakes of copying, and one value for two purposes. The messages are fixed and
 * quote nothing of the document.
 */
final class KeyQuality {
  static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Keys that the pages and samples of this repository print. */
  private static final Set<String> SAMPLES =
      Set.of(
          "rampline-sample-events-access-token",
          "rampline-sample-webhook-secret",
          "demo-access-token",
          "whsec_demo",
          "whsec_demo_secret_longer_than_thirty_two_chars");

  /** An AES key has only a part of a long secret, and zeros before a short one. */
  private static final Set<String> SAMPLE_AES_KEYS =
      SAMPLES.stream().map(WebhookCipher::keyText).collect(Collectors.toUnmodifiableSet());

  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "(?i)<.*>|\\{.*}|.*\u2026.*|[.x*0-]+|(?<any>.)\\k<any>+|(your|my)[-_ ].*"
              + "|(?=.{16})((partner|api|access|webhook|origin|secret|token|key)[-_]?)+"
              + "|.*(placeholder|change[-_]?me|replace[-_]?me).*");

  private static final String SCHEME = "bearer ";

  private KeyQuality() {}

  /**
   * Requires that every value can be a key.
   *
   * @param acceptsSamples whether published samples and placeholders are accepted, for local use
   * @throws InvalidKeysException for the first value that cannot
   */
  static void require(Keys keys, boolean acceptsSamples) {
    Map<String, String> purposes = new LinkedHashMap<>();
    byMember(keys)
        .forEach(
            (member, secrets) ->
                secrets.forEach(
                    secret -> {
                      String text = secret.text();
                      require(member, text, acceptsSamples);
                      String other = purposes.putIfAbsent(text, member);
                      if (other != null && !other.equals(member)) {
                        throw new InvalidKeysException(
                            "One value is used for both %s and %s: each purpose needs its own"
                                .formatted(other, member));
                      }
                    }));
  }

  private static Map<String, List<Secret>> byMember(Keys keys) {
    Map<String, List<Secret>> members = new LinkedHashMap<>();
    members.put(KeyStrength.ACCESS_TOKEN.member(), keys.accessTokens());
    members.put(KeyStrength.WEBHOOK_SECRET.member(), keys.webhookSecrets());
    members.put("originSecret1 or originSecret2", keys.originSecrets());
    members.put("apiKey", listOf(keys.apiKey()));
    members.put("apiSecret", listOf(keys.apiSecret()));
    return members;
  }

  private static List<Secret> listOf(@Nullable Secret secret) {
    return secret == null ? List.of() : List.of(secret);
  }

  private static void require(String member, String text, boolean acceptsSamples) {
    if (!acceptsSamples && isSample(text)) {
      throw new InvalidKeysException(
          member + " has a published sample or a placeholder: store the provider's own value");
    }
    if (text.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      throw new InvalidKeysException(
          member + " has a value that begins with Bearer: store the token alone");
    }
    if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
      throw new InvalidKeysException(member + " has a value with a line break");
    }
    if (text.indexOf(BYTE_ORDER_MARK) >= 0) {
      throw new InvalidKeysException(member + " has a value with a byte order mark");
    }
    if (text.codePoints().anyMatch(point -> Character.getType(point) == Character.FORMAT)) {
      throw new InvalidKeysException(member + " has a value with an invisible character");
    }
    if (text.chars().anyMatch(KeyQuality::isBlank)) {
      throw new InvalidKeysException(member + " has a value with a blank");
    }
  }

  private static boolean isSample(String text) {
    return SAMPLES.contains(text)
        || SAMPLE_AES_KEYS.contains(WebhookCipher.keyText(text))
        || PLACEHOLDER.matcher(text).matches();
  }

  private static boolean isBlank(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.isISOControl(character);
  }
}
