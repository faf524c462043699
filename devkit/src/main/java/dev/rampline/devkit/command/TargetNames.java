package dev.rampline.devkit.command;

import dev.rampline.bench.fuzz.Target;
import dev.rampline.devkit.samples.Likeness;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The names of what can be fuzzed. */
final class TargetNames implements ITypeConverter<Target>, Iterable<String> {
  private final List<String> names = Stream.of(Target.values()).map(Target::text).toList();

  @Override
  public Target convert(String name) {
    return Target.named(name).orElseThrow(() -> new TypeConversionException(sentence(name)));
  }

  @Override
  public Iterator<String> iterator() {
    return names.iterator();
  }

  private String sentence(String name) {
    String likely =
        new Likeness(name).nearest(names).map("; did you mean %s?"::formatted).orElse(".");
    return "there is no " + name + likely + " There are " + String.join(", ", names);
  }
}
