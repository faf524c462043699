package dev.rampline.cli;

import dev.rampline.fuzzing.FuzzTargetType;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;

/** The names of what can be fuzzed. */
final class TargetNames implements ITypeConverter<FuzzTargetType>, Iterable<String> {
  private final List<String> names =
      Stream.of(FuzzTargetType.values()).map(FuzzTargetType::text).toList();

  @Override
  public FuzzTargetType convert(String name) {
    return FuzzTargetType.fromName(name)
        .orElseThrow(() -> KnownNames.unknown("target", name, names));
  }

  @Override
  public Iterator<String> iterator() {
    return names.iterator();
  }
}
