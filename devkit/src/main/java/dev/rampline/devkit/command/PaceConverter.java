package dev.rampline.devkit.command;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A length of time as people write it: 0, 500ms, 2s, 1m. */
final class PaceConverter implements ITypeConverter<Duration> {
  private static final Pattern LENGTH = Pattern.compile("(\\d{1,6})(ms|s|m)|0");

  @Override
  public Duration convert(String text) {
    Matcher length = LENGTH.matcher(text.toLowerCase(Locale.ROOT));
    if (!length.matches()) {
      throw new TypeConversionException("it wants a length of time such as 0, 500ms, 2s or 1m");
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
}
