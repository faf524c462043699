package dev.rampline.decoding;

import dev.rampline.observation.Details;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names, never the values, of fields that nobody has documented or listed. */
final class UnknownNames {
  /** Anything else might be data that stands as a name. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");

  private UnknownNames() {}

  /** The first in natural order, so that the order in which they were written does not matter. */
  static Set<String> in(Payload payload, Set<String> extraFields) {
    return Stream.concat(Stream.of(payload.root()), payload.body().stream())
        .flatMap(part -> part.members().keySet().stream())
        .filter(name -> !Vocabulary.knows(name) && !extraFields.contains(name))
        .filter(NAME.asMatchPredicate())
        .distinct()
        .sorted()
        .limit(Details.MAX_UNKNOWN_NAMES)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
