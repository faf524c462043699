package dev.rampline.decoding;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Parses the text of a date and time with a zone: ISO 8601 and its usual variants, RFC 1123, and
 * what JavaScript and Java print. A text without a zone, or with a zone's ambiguous abbreviation,
 * is not a time.
 */
final class DateTimeText {
  /** No time is as long. */
  private static final int MAX_LENGTH = 100;

  private static final int LEAP_SECOND = 60;
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  private static final String TIME =
      "(?<hour>\\d{2}):?(?<minute>\\d{2})(?::?(?<second>\\d{2})(?:[.,](?<fraction>\\d+))?)?";
  private static final String ZONE =
      "(?<zone>[Zz]|(?:UTC|GMT)?(?<sign>[+-])(?<hours>\\d{2})(?::?(?<minutes>\\d{2}))?|UTC|GMT)";
  private static final String NAMED_MONTH = "(?<month>[A-Z][a-z]{2})";

  private static final List<Pattern> FORMS =
      Stream.of(
              "(?<year>\\d{4})[-/]?(?<month>\\d{2})[-/]?(?<day>\\d{2})(?:[Tt]|\\s+)%1$s\\s*%2$s?(?:\\[(?<region>[\\w/+-]+)\\])?",
              "(?:[A-Z][a-z]{2},\\s*)?(?<day>\\d{1,2})\\s+%3$s\\s+(?<year>\\d{4})\\s+%1$s\\s*%2$s",
              "[A-Z][a-z]{2}\\s+%3$s\\s+(?<day>\\d{1,2})\\s+(?<year>\\d{4})\\s+%1$s\\s*%2$s(?:\\s*\\([^)]*\\))?",
              "[A-Z][a-z]{2}\\s+%3$s\\s+(?<day>\\d{1,2})\\s+%1$s\\s*%2$s\\s+(?<year>\\d{4})")
          .map(form -> Pattern.compile(form.formatted(TIME, ZONE, NAMED_MONTH)))
          .toList();

  private DateTimeText() {}

  /** Parses a text; empty if it is not a time with a zone. */
  static Optional<Instant> parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    return FORMS.stream()
        .map(form -> form.matcher(text))
        .filter(Matcher::matches)
        .findFirst()
        .flatMap(DateTimeText::instant);
  }

  private static Optional<Instant> instant(Matcher parts) {
    try {
      boolean isLeapSecond =
          number(parts, "second") == LEAP_SECOND && number(parts, "minute") == 59;
      LocalDateTime time =
          LocalDateTime.of(
              number(parts, "year"),
              month(parts.group("month")),
              number(parts, "day"),
              number(parts, "hour"),
              number(parts, "minute"),
              isLeapSecond ? LEAP_SECOND - 1 : number(parts, "second"),
              nanoseconds(parts));
      return offset(parts, time)
          .map(offset -> time.toInstant(offset).plusSeconds(isLeapSecond ? 1 : 0));
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  private static Optional<ZoneOffset> offset(Matcher parts, LocalDateTime time) {
    if (parts.group("zone") != null) {
      String sign = parts.group("sign");
      return Optional.of(
          sign == null
              ? ZoneOffset.UTC
              : ZoneOffset.ofHoursMinutes(
                  signed(sign, number(parts, "hours")), signed(sign, number(parts, "minutes"))));
    }
    String region = parts.group("region");
    if (region == null) {
      return Optional.empty();
    }
    List<ZoneOffset> offsets = ZoneId.of(region).getRules().getValidOffsets(time);
    return offsets.size() == 1 ? Optional.of(offsets.getFirst()) : Optional.empty();
  }

  private static int signed(String sign, int number) {
    return sign.equals("-") ? -number : number;
  }

  /** Returns the number of a month; 0, which no month has, if there is none with that name. */
  private static int month(String text) {
    if (Character.isDigit(text.charAt(0))) {
      return Integer.parseInt(text);
    }
    int index = MONTHS.indexOf(text);
    return index % 3 == 0 ? index / 3 + 1 : 0;
  }

  private static int nanoseconds(Matcher parts) {
    String fraction = parts.group("fraction");
    return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
  }

  private static int number(Matcher parts, String group) {
    String digits = parts.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
