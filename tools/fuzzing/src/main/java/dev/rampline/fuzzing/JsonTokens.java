package dev.rampline.fuzzing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * JSON tokens as Jackson reads them, with numbers as written: the reference for comparisons.
 *
 * @param all the tokens in order
 * @param depth the nesting depth
 */
record JsonTokens(List<Token> all, int depth) {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .build())
          .build();

  JsonTokens {
    all = List.copyOf(all);
  }

  /** Empty if the text is not exactly one JSON value. */
  static Optional<JsonTokens> of(String text) {
    List<Token> tokens = new ArrayList<>();
    int depth = 0;
    int deepest = 0;
    try (JsonParser parser = FACTORY.createParser(text)) {
      for (JsonToken kind = parser.nextToken(); kind != null; kind = parser.nextToken()) {
        boolean valueAfterTheEnd = depth == 0 && !tokens.isEmpty();
        if (valueAfterTheEnd) {
          return Optional.empty();
        }
        tokens.add(new Token(kind, parser.getText()));
        depth += kind.isStructStart() ? 1 : kind.isStructEnd() ? -1 : 0;
        deepest = Math.max(deepest, depth);
      }
    } catch (IOException notJson) {
      return Optional.empty();
    }
    return tokens.isEmpty() ? Optional.empty() : Optional.of(new JsonTokens(tokens, deepest));
  }

  boolean isObject() {
    return all.getFirst().kind() == JsonToken.START_OBJECT;
  }

  /** These tokens and those of the JSON values that are texts in it. */
  JsonTokens withNested() {
    List<Token> found = new ArrayList<>(all);
    for (int place = 0; place < found.size(); place++) {
      Token token = found.get(place);
      if (token.kind() == JsonToken.VALUE_STRING) {
        of(token.text()).ifPresent(nested -> found.addAll(nested.all()));
      }
    }
    return new JsonTokens(found, depth);
  }

  /** The texts of all scalars. */
  Stream<String> scalars() {
    return all.stream().filter(token -> token.kind().isScalarValue()).map(Token::text);
  }

  /** The names of all members. */
  Stream<String> names() {
    return all.stream().filter(token -> token.kind() == JsonToken.FIELD_NAME).map(Token::text);
  }

  /** The top-level member of that name, if it is a scalar. */
  Optional<Token> findTopLevel(String name) {
    int depth = 0;
    for (int place = 0; place < all.size(); place++) {
      Token token = all.get(place);
      depth += token.kind().isStructStart() ? 1 : token.kind().isStructEnd() ? -1 : 0;
      if (depth == 1 && token.equals(new Token(JsonToken.FIELD_NAME, name))) {
        return Optional.of(all.get(place + 1)).filter(value -> value.kind().isScalarValue());
      }
    }
    return Optional.empty();
  }

  /** A token and its unescaped text. */
  record Token(JsonToken kind, String text) {}
}
