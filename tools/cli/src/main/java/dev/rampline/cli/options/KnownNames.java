package dev.rampline.cli.options;

import dev.rampline.samples.NameSimilarity;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts one of a fixed set of names; the error for any other suggests a similar name. */
public abstract class KnownNames implements ITypeConverter<String>, Iterable<String> {
  private final String kind;
  private final List<String> names;

  /**
   * @param kind the kind of thing that the names stand for
   */
  public KnownNames(String kind, List<String> names) {
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

  /** Returns an error that suggests a similar name and lists all names. */
  private static TypeConversionException unknown(String kind, String name, List<String> names) {
    String hint = new NameSimilarity(name).hint(names);
    return new TypeConversionException(
        "unknown %s %s%s Known: %s"
            .formatted(kind, name, hint.isEmpty() ? "." : hint, String.join(", ", names)));
  }

  @Override
  public final Iterator<String> iterator() {
    return names.iterator();
  }
}
