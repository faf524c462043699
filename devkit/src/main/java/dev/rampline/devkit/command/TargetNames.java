package dev.rampline.devkit.command;

import dev.rampline.bench.fuzz.Target;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;

/** The names of what can be fuzzed. */
final class TargetNames implements ITypeConverter<Target>, Iterable<String> {
  private final List<String> names = Stream.of(Target.values()).map(Target::text).toList();

  @Override
  public Target convert(String name) {
    return Target.named(name).orElseThrow(() -> KnownNames.unknown("target", name, names));
  }

  @Override
  public Iterator<String> iterator() {
    return names.iterator();
  }
}
