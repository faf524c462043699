package dev.rampline.function.webhook;

import java.util.regex.Pattern;

/**
 * The {@code traceparent} header (W3C Trace Context, §3.2). Anything else in its place is as good
 * as none: it is the sender's text and goes into the message.
 */
final class TraceContext {
  private static final Pattern TRACEPARENT =
      Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  private TraceContext() {}

  static boolean isValid(String text) {
    return TRACEPARENT.matcher(text).matches();
  }
}
