package dev.rampline.cli;

import dev.rampline.event.Subject;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A subject as it stands on a command line. */
final class SubjectConverter implements ITypeConverter<Subject> {
  @Override
  public Subject convert(String text) {
    try {
      return new Subject(text);
    } catch (IllegalArgumentException nonsense) {
      throw new TypeConversionException(
          "a subject is order/ID, kyc/customer/ID, kyc/partner-user/ID or kyc/user/ID");
    }
  }
}
