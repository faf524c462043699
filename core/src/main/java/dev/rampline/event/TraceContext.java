package dev.rampline.event;

import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A trace id and parent span id as defined by W3C Trace Context (<a
 * href="https://www.w3.org/TR/trace-context-2/#traceparent-header">traceparent</a>).
 *
 * @param traceId 32 lower-case hexadecimal digits, not all zero
 * @param spanId 16 lower-case hexadecimal digits, not all zero
 * @param flags {@link #SAMPLED}, {@link #RANDOM}, both or none
 */
public record TraceContext(String traceId, String spanId, int flags) {
  /** The name of the HTTP header, of the queue's message attribute and of the message's member. */
  public static final String NAME = "traceparent";

  /** The caller may have recorded the trace. */
  public static final int SAMPLED = 0b01;

  /** The trace id is random. */
  public static final int RANDOM = 0b10;

  private static final String FIRST_VERSION = "00";
  private static final Pattern TRACE_ID = Pattern.compile("(?!0{32})[0-9a-f]{32}");
  private static final Pattern SPAN_ID = Pattern.compile("(?!0{16})[0-9a-f]{16}");
  private static final Pattern TRACEPARENT =
      Pattern.compile(
          "(?<version>(?!ff)[0-9a-f]{2})-(?<trace>%s)-(?<span>%s)-(?<flags>[0-9a-f]{2})(?<more>-.*)?"
              .formatted(TRACE_ID, SPAN_ID));

  public TraceContext {
    if (!TRACE_ID.matcher(traceId).matches()
        || !SPAN_ID.matcher(spanId).matches()
        || (flags & ~(SAMPLED | RANDOM)) != 0) {
      throw new IllegalArgumentException("Not a trace context");
    }
  }

  /**
   * Parses a {@code traceparent} of version 00. Of a later version, only the ids and the sampled
   * flag are read, as the specification requires. Empty if it is invalid.
   */
  public static Optional<TraceContext> parse(String text) {
    Matcher parts = TRACEPARENT.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    boolean isFirstVersion = parts.group("version").equals(FIRST_VERSION);
    if (isFirstVersion && parts.group("more") != null) {
      return Optional.empty();
    }
    int knownFlags = isFirstVersion ? SAMPLED | RANDOM : SAMPLED;
    int flags = HexFormat.fromHexDigits(parts.group("flags")) & knownFlags;
    return Optional.of(new TraceContext(parts.group("trace"), parts.group("span"), flags));
  }

  /**
   * Starts a new trace. It is sampled: otherwise a consumer that follows its parent's sampling
   * decision would record nothing.
   */
  public static TraceContext create(RandomGenerator random) {
    HexFormat hex = HexFormat.of();
    String traceId = hex.toHexDigits(random.nextLong()) + hex.toHexDigits(nonZeroLong(random));
    return new TraceContext(traceId, hex.toHexDigits(nonZeroLong(random)), SAMPLED | RANDOM);
  }

  /** Returns the {@code traceparent}, in version 00. */
  public String text() {
    String digits = HexFormat.of().toHexDigits((byte) flags);
    return String.join("-", FIRST_VERSION, traceId, spanId, digits);
  }

  private static long nonZeroLong(RandomGenerator random) {
    long value = random.nextLong();
    return value == 0 ? 1 : value;
  }
}
