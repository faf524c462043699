package dev.rampline.cli.options;

import dev.rampline.event.Subject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts a command-line argument, with an id of any characters, to a subject. */
public final class SubjectConverter implements ITypeConverter<Subject> {
  private static final Map<String, Function<String, Subject>> FORMS =
      Map.of(
          "order/", Subject::order,
          "kyc/customer/", Subject::customer,
          "kyc/partner-user/", Subject::partnerUser,
          "kyc/user/", Subject::user);

  /**
   * Converts an argument that begins like a subject; empty for any other, which is an id.
   *
   * @throws TypeConversionException if it begins like a subject and is none
   */
  public static Optional<Subject> subject(String argument) {
    return argument.startsWith("order/") || argument.startsWith("kyc/")
        ? Optional.of(new SubjectConverter().convert(argument))
        : Optional.empty();
  }

  @Override
  public Subject convert(String text) {
    try {
      return new Subject(text);
    } catch (IllegalArgumentException unusual) {
      return FORMS.entrySet().stream()
          .filter(form -> text.startsWith(form.getKey()))
          .filter(form -> !text.substring(form.getKey().length()).isBlank())
          .findFirst()
          .map(form -> form.getValue().apply(text.substring(form.getKey().length())))
          .orElseThrow(SubjectConverter::invalid);
    }
  }

  private static TypeConversionException invalid() {
    return new TypeConversionException(
        "a subject must be order/ID, kyc/customer/ID, kyc/partner-user/ID or kyc/user/ID");
  }
}
