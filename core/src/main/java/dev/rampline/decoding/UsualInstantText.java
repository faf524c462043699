package dev.rampline.decoding;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Parses the usual form of a time, {@code 2024-01-15T10:32:15Z} with or without milliseconds,
 * several times faster than {@link DateTimeText} parses it and every other form.
 */
final class UsualInstantText {
  private static final String SECONDS = "0000-00-00T00:00:00Z";
  private static final String MILLISECONDS = "0000-00-00T00:00:00.000Z";

  private UsualInstantText() {}

  /** Parses a text; null if it has another form or is not a time. */
  static @Nullable Instant parse(String text) {
    boolean hasMilliseconds = text.length() == MILLISECONDS.length();
    if (!isLike(text, hasMilliseconds ? MILLISECONDS : SECONDS)) {
      return null;
    }
    try {
      return LocalDateTime.of(
              number(text, 0, 4),
              number(text, 5, 7),
              number(text, 8, 10),
              number(text, 11, 13),
              number(text, 14, 16),
              number(text, 17, 19),
              hasMilliseconds ? number(text, 20, 23) * 1_000_000 : 0)
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException notATime) {
      return null;
    }
  }

  private static boolean isLike(String text, String form) {
    if (text.length() != form.length()) {
      return false;
    }
    for (int index = 0; index < form.length(); index++) {
      char expected = form.charAt(index);
      char found = text.charAt(index);
      if (expected == '0' ? found < '0' || found > '9' : found != expected) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int begin, int end) {
    int number = 0;
    for (int index = begin; index < end; index++) {
      number = number * 10 + text.charAt(index) - '0';
    }
    return number;
  }
}
