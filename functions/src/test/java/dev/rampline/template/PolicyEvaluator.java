package dev.rampline.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates policy statements as AWS does within one account: an explicit denial wins, and
 * otherwise one statement that allows is enough. Supports what the templates use. An unknown
 * operator is an error, so that a test cannot pass by it.
 *
 * @param context the keys of the request, such as {@code aws:PrincipalArn}
 */
record PolicyEvaluator(Map<String, String> context) {

  /** Returns whether the statements together allow an action on a resource. */
  boolean isAllowed(Stream<JsonNode> statements, String action, String resource) {
    List<String> effects =
        statements
            .filter(statement -> matchesAny(statement.path("Action"), action))
            .filter(statement -> matchesAny(statement.path("Resource"), resource))
            .filter(statement -> applies(statement.path("Condition")))
            .map(statement -> statement.path("Effect").asText())
            .toList();
    return effects.contains("Allow") && !effects.contains("Deny");
  }

  private boolean applies(JsonNode condition) {
    return condition.properties().stream()
        .allMatch(
            operator ->
                operator.getValue().properties().stream()
                    .allMatch(
                        key ->
                            applies(operator.getKey(), context.get(key.getKey()), key.getValue())));
  }

  /** A key that the request lacks fails a positive operator and meets a negated one. */
  private boolean applies(String operator, @Nullable String actual, JsonNode expected) {
    return switch (operator) {
      case "Bool", "StringEquals", "StringLike", "ArnEquals", "ArnLike" ->
          actual != null && matchesAny(expected, actual);
      case "BoolIfExists" -> actual == null || matchesAny(expected, actual);
      case "ArnNotEquals", "StringNotEquals", "StringNotLike" ->
          actual == null || !matchesAny(expected, actual);
      default -> throw new IllegalArgumentException("Unsupported operator: " + operator);
    };
  }

  private boolean matchesAny(JsonNode patterns, String text) {
    return values(patterns).anyMatch(pattern -> matches(pattern, text));
  }

  private boolean matches(String pattern, String text) {
    return Pattern.matches(
        Pattern.quote(withVariables(pattern)).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"),
        text);
  }

  /** Replaces policy variables. One that the request lacks remains. */
  private String withVariables(String pattern) {
    String replaced = pattern;
    for (Map.Entry<String, String> key : context.entrySet()) {
      replaced = replaced.replace("${" + key.getKey() + "}", key.getValue());
    }
    return replaced;
  }

  /** Returns one text or the elements of a list, with the first branch of a condition. */
  private static Stream<String> values(JsonNode value) {
    return value.isArray()
        ? Template.elements(value).map(item -> (item.isArray() ? item.path(1) : item).asText())
        : Stream.of(value.asText());
  }
}
