package dev.rampline.fuzzing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.json.JsonWriter;
import java.util.Optional;
import java.util.function.Function;

/**
 * Checks that the JSON reader accepts what Jackson accepts, and that writing preserves the value.
 */
final class JsonTarget implements FuzzTarget {
  private final Function<byte[], Optional<Json>> reader;

  JsonTarget() {
    this(JsonReader::read);
  }

  /** With this reader instead. */
  JsonTarget(Function<byte[], Optional<Json>> reader) {
    this.reader = reader;
  }

  @Override
  public void check(byte[] input) {
    Optional<Json> read = reader.apply(input);
    String text = new String(input, UTF_8);
    Optional<JsonTokens> tokens = JsonTokens.of(text);
    read.ifPresent(
        value ->
            PropertyViolation.throwUnless(
                tokens.equals(JsonTokens.of(JsonWriter.write(value))),
                "Jackson reads the same tokens"));
    boolean plain = text.chars().allMatch(character -> character < 128) && !text.contains("\\u");
    boolean readable =
        tokens.filter(known -> known.depth() <= JsonReader.MAX_DEPTH).isPresent() && plain;
    PropertyViolation.throwUnless(
        !readable || read.isPresent(), "JSON that Jackson reads is accepted");
    PropertyViolation.throwUnless(
        tokens.filter(known -> known.depth() > JsonReader.MAX_DEPTH).isEmpty() || read.isEmpty(),
        "JSON that nests too deep is rejected");
  }
}
