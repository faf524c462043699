package dev.rampline.function.webhook;

import dev.rampline.event.TraceContext;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the X-Ray trace of the invocation as a W3C trace context. Both formats have the same trace
 * id, so that both sides of the queue show one trace.
 */
final class XRayTrace {
  /** The system property that Lambda's Java runtime sets before each invocation. */
  static final String PROPERTY = "com.amazonaws.xray.traceHeader";

  private static final Pattern ROOT =
      Pattern.compile("(?:^|;)Root=1-([0-9a-f]{8})-([0-9a-f]{24})(?:;|$)");
  private static final Pattern PARENT = Pattern.compile("(?:^|;)Parent=([0-9a-f]{16})(?:;|$)");
  private static final Pattern SAMPLED = Pattern.compile("(?:^|;)Sampled=1(?:;|$)");

  private XRayTrace() {}

  /** Returns the trace of this invocation; empty outside Lambda and if tracing is off. */
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
