package dev.rampline.decoding;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Parses the text of a date and time with a zone: ISO 8601 and its usual variants, RFC 1123, and
 * what JavaScript, Java and Go print. A text without a zone, or with a zone's ambiguous
 * abbreviation, is not a time.
 */
final class DateTimeText {
  /** No time is as long. */
  private static final int MAX_LENGTH = 100;

  private static final int LEAP_SECOND = 60;
  private static final int NOON = 12;

  private static final String TIME =
      "(?<hour>\\d{2}|\\d(?=:)):?(?<minute>\\d{2})(?::?(?<second>\\d{2})(?:[.,](?<fraction>\\d+))?)?(?:\\s*(?<half>[AaPp])[Mm])?";
  private static final String ZONE =
      "(?<zone>[Zz]|(?:UTC|GMT)?(?<sign>[+-])(?<hours>\\d{2}|\\d(?!\\d))(?::?(?<minutes>\\d{2}))?|UTC|GMT)";
  private static final String NAMED_MONTH = "(?<month>[A-Z][a-z]{2,8})";

  private static final List<Pattern> FORMS =
      Stream.of(
              "(?<year>\\d{4})[-/]?(?<month>\\d{2})[-/]?(?<day>\\d{2})(?:[Tt]|\\s+)%1$s\\s*%2$s?(?:(?<=\\d)\\s+[A-Z]{1,5}|\\s+UTC)?(?:\\s*\\[(?<region>[\\w/+-]+)\\]|\\s+(?<place>[A-Z]\\w+/[\\w/+-]+))?",
              "(?:[A-Z][a-z]{2},\\s*)?(?<day>\\d{1,2})\\s+%3$s\\s+(?<year>\\d{4})\\s+%1$s\\s*%2$s",
              "[A-Z][a-z]{2}\\s+%3$s\\s+(?<day>\\d{1,2})\\s+(?<year>\\d{4})\\s+%1$s\\s*%2$s(?:\\s*\\([^)]*\\))?",
              "[A-Z][a-z]{2}\\s+%3$s\\s+(?<day>\\d{1,2})\\s+%1$s\\s*%2$s\\s+(?<year>\\d{4})",
              "(?:[A-Z][a-z]+,\\s*)?%3$s\\s+(?<day>\\d{1,2}),\\s*(?<year>\\d{4}),?\\s+(?:at\\s+)?%1$s\\s*%2$s")
          .map(form -> Pattern.compile(form.formatted(TIME, ZONE, NAMED_MONTH)))
          .toList();

  private DateTimeText() {}

  /** Parses a text; empty if it is not a time with a zone. */
  static Optional<Instant> parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String ascii = text.replace('\u2212', '-');
    return FORMS.stream()
        .map(form -> form.matcher(ascii))
        .filter(Matcher::matches)
        .findFirst()
        .flatMap(DateTimeText::instant);
  }

  private static Optional<Instant> instant(Matcher parts) {
    try {
      boolean isLeapSecond =
          number(parts, "second") == LEAP_SECOND && number(parts, "minute") == 59;
      boolean isMidnight = isEndOfDay(parts);
      LocalDateTime time =
          LocalDateTime.of(
              number(parts, "year"),
              month(parts.group("month")),
              number(parts, "day"),
              isMidnight ? 0 : hour(parts),
              number(parts, "minute"),
              isLeapSecond ? LEAP_SECOND - 1 : number(parts, "second"),
              nanoseconds(parts));
      LocalDateTime local = isMidnight ? time.plusDays(1) : time;
      return offset(parts, local)
          .map(offset -> local.toInstant(offset).plusSeconds(isLeapSecond ? 1 : 0));
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
    String region = parts.group(parts.group("region") == null ? "place" : "region");
    if (region == null) {
      return Optional.empty();
    }
    List<ZoneOffset> offsets = ZoneId.of(region).getRules().getValidOffsets(time);
    return offsets.size() == 1 ? Optional.of(offsets.getFirst()) : Optional.empty();
  }

  /** 24:00 is the end of the day. */
  private static boolean isEndOfDay(Matcher parts) {
    return number(parts, "hour") == 2 * NOON
        && number(parts, "minute") == 0
        && number(parts, "second") == 0
        && nanoseconds(parts) == 0
        && parts.group("half") == null;
  }

  /** Returns the hour; 12 am is midnight, and 12 pm is noon. */
  private static int hour(Matcher parts) {
    int hour = number(parts, "hour");
    String half = parts.group("half");
    if (half == null) {
      return hour;
    }
    if (hour < 1 || hour > NOON) {
      throw new DateTimeException("No hour of a half day");
    }
    return hour % NOON + (half.equalsIgnoreCase("p") ? NOON : 0);
  }

  private static int signed(String sign, int number) {
    return sign.equals("-") ? -number : number;
  }

  /** Returns the number of a month; 0, which no month has, if there is none with that name. */
  private static int month(String text) {
    if (Character.isDigit(text.charAt(0))) {
      return Integer.parseInt(text);
    }
    String name = text.toUpperCase(Locale.ROOT);
    return Stream.of(Month.values())
        .filter(month -> month.name().equals(name) || month.name().substring(0, 3).equals(name))
        .mapToInt(Month::getValue)
        .findFirst()
        .orElse(0);
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
