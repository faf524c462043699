package dev.rampline.cli.options;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts a duration such as 0, 500ms, 2s or 1m, or an ISO 8601 duration. */
public final class DurationConverter implements ITypeConverter<Duration> {
  private static final Pattern LENGTH = Pattern.compile("(\\d{1,6})(ms|s|m)|0");

  @Override
  public Duration convert(String text) {
    if (text.startsWith("P")) {
      return iso(text);
    }
    Matcher length = LENGTH.matcher(text.toLowerCase(Locale.ROOT));
    if (!length.matches()) {
      throw invalid(text);
    }
    String unit = length.group(2);
    if (unit == null) {
      return Duration.ZERO;
    }
    long number = Long.parseLong(length.group(1));
    return switch (unit) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      default -> Duration.ofMinutes(number);
    };
  }

  private static Duration iso(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException invalid) {
      throw invalid(text);
    }
  }

  private static TypeConversionException invalid(String text) {
    return new TypeConversionException(
        "%s is not a duration; use 0, 500ms, 2s or 1m".formatted(text));
  }
}
