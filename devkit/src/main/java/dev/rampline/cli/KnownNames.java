package dev.rampline.cli;

import dev.rampline.devkit.samples.NameSimilarity;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** One of some names; a wrong one is answered with a likely one. */
abstract class KnownNames implements ITypeConverter<String>, Iterable<String> {
  private final String kind;
  private final List<String> names;

  /**
   * @param kind what they are names of
   */
  KnownNames(String kind, List<String> names) {
    this.kind = kind;
    this.names = List.copyOf(names);
  }

  @Override
  public final String convert(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (names.contains(lower)) {
      return lower;
    }
    throw unknown(kind, name, names);
  }

  /** That there is no such thing, what was perhaps meant, and what there is. */
  static TypeConversionException unknown(String kind, String name, List<String> names) {
    String hint = new NameSimilarity(name).hint(names);
    return new TypeConversionException(
        "there is no %s %s%s There are %s"
            .formatted(kind, name, hint.isEmpty() ? "." : hint, String.join(", ", names)));
  }

  @Override
  public final Iterator<String> iterator() {
    return names.iterator();
  }
}
