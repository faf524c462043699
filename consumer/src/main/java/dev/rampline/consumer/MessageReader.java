package dev.rampline.consumer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Parses message bodies. It validates the members that {@link StateFollower} decides by and leaves
 * the rest to the handler. It ignores unknown members, which later versions may add.
 */
final class MessageReader {
  private static final int MAX_DEPTH = 64;

  /** Another schema may redefine what this version would read, so its messages fail. */
  private static final String DATA_SCHEMA = "urn:rampline:data:1";

  /** The greatest integer that every JSON parser reads exactly. */
  private static final BigInteger MAX_SEQUENCE = BigInteger.valueOf((1L << 53) - 1);

  private static final Pattern SEQUENCE = Pattern.compile("[0-9]{20}");
  private static final Pattern SUBJECT = Pattern.compile("(?<kind>order|kyc)/[!-~]+");

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private MessageReader() {}

  /**
   * Parses a message.
   *
   * @throws UnreadableMessageException if the body is not a valid message
   */
  static StateMessage read(@Nullable String body) {
    JsonNode event = parsed(body);
    String subject = text(event, "/subject");
    long sequence = sequence(event);
    check(text(event, "/specversion").equals("1.0"), "/specversion");
    check(text(event, "/dataschema").equals(DATA_SCHEMA), "/dataschema");
    check(text(event, "/id").equals(subject + "/" + sequence), "/id");
    check(text(event, "/data/subject").equals(subject), "/data/subject");
    check(isSequence(event.at("/data/version"), sequence), "/data/version");
    return new StateMessage(
        subject,
        kind(event, subject),
        sequence,
        text(event, "/data/state"),
        conflict(event),
        !event.at("/data/confirmedAt").isMissingNode(),
        event.path("data"));
  }

  private static JsonNode parsed(@Nullable String body) {
    if (body == null) {
      throw new UnreadableMessageException("The message has no body");
    }
    try {
      JsonNode event = JSON.readTree(body);
      check(event.isObject(), "");
      return event;
    } catch (JsonProcessingException invalid) {
      throw new UnreadableMessageException("Not JSON: " + invalid.getClass().getSimpleName());
    }
  }

  private static long sequence(JsonNode event) {
    String sequence = text(event, "/sequence");
    check(SEQUENCE.matcher(sequence).matches(), "/sequence");
    BigInteger version = new BigInteger(sequence);
    check(version.compareTo(MAX_SEQUENCE) <= 0, "/sequence");
    return version.longValueExact();
  }

  private static boolean isSequence(JsonNode version, long sequence) {
    return version.isIntegralNumber()
        && version.canConvertToLong()
        && version.longValue() == sequence
        && sequence > 0;
  }

  private static String kind(JsonNode event, String subject) {
    String kind = text(event, "/data/kind");
    check(SUBJECT.matcher(subject).matches() && subject.startsWith(kind + "/"), "/subject");
    return kind;
  }

  /** Reads the conflict. It may be null but must be present. */
  private static @Nullable Conflict conflict(JsonNode event) {
    JsonNode conflict = event.at("/data/conflict");
    if (conflict.isNull()) {
      return null;
    }
    JsonNode terminalStates = conflict.path("terminalStates");
    check(terminalStates.isArray() && !terminalStates.isEmpty(), "/data/conflict/terminalStates");
    return new Conflict(states(terminalStates), resolvedState(event));
  }

  private static List<String> states(JsonNode states) {
    return StreamSupport.stream(states.spliterator(), false).map(state -> text(state, "")).toList();
  }

  private static @Nullable String resolvedState(JsonNode event) {
    String member = "/data/conflict/resolvedState";
    return event.at(member).isNull() ? null : text(event, member);
  }

  private static String text(JsonNode node, String pointer) {
    JsonNode text = node.at(pointer);
    check(text.isTextual() && !text.textValue().isEmpty(), pointer);
    return text.textValue();
  }

  private static void check(boolean condition, String pointer) {
    if (!condition) {
      throw new UnreadableMessageException("Does not match the schema: " + pointer);
    }
  }
}
