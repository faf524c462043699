package dev.rampline.function.webhook;

import dev.rampline.event.TraceContext;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The trace of the invocation, as Lambda has it. Its id in X-Ray is the same one in another
 * spelling, so that both sides of the queue see one trace.
 */
final class XRayTrace {
  /** Where Lambda's runtime for Java tells it, before each invocation. */
  static final String PROPERTY = "com.amazonaws.xray.traceHeader";

  private static final Pattern ROOT =
      Pattern.compile("(?:^|;)Root=1-([0-9a-f]{8})-([0-9a-f]{24})(?:;|$)");
  private static final Pattern PARENT = Pattern.compile("(?:^|;)Parent=([0-9a-f]{16})(?:;|$)");
  private static final Pattern SAMPLED = Pattern.compile("(?:^|;)Sampled=1(?:;|$)");

  private XRayTrace() {}

  /** Empty outside Lambda, and where tracing is off. */
  static Optional<TraceContext> ofInvocation() {
    return Optional.ofNullable(System.getProperty(PROPERTY)).flatMap(XRayTrace::parse);
  }

  static Optional<TraceContext> parse(String header) {
    Matcher root = ROOT.matcher(header);
    Matcher parent = PARENT.matcher(header);
    if (!root.find() || !parent.find()) {
      return Optional.empty();
    }
    String flags = SAMPLED.matcher(header).find() ? "01" : "00";
    String traceId = root.group(1) + root.group(2);
    return TraceContext.parse(String.join("-", "00", traceId, parent.group(1), flags));
  }
}
