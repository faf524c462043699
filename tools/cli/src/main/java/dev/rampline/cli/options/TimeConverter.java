package dev.rampline.cli.options;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts a time in ISO 8601 with a zone. */
public final class TimeConverter implements ITypeConverter<Instant> {
  @Override
  public Instant convert(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException invalid) {
      throw new TypeConversionException(
          "%s is not a time; use 2026-05-01T08:00:00Z".formatted(text));
    }
  }
}
