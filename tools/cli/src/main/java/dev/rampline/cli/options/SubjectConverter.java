package dev.rampline.cli.options;

import dev.rampline.event.Subject;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts a command-line argument to a subject. */
public final class SubjectConverter implements ITypeConverter<Subject> {
  @Override
  public Subject convert(String text) {
    try {
      return new Subject(text);
    } catch (IllegalArgumentException invalid) {
      throw new TypeConversionException(
          "a subject must be order/ID, kyc/customer/ID, kyc/partner-user/ID or kyc/user/ID");
    }
  }
}
