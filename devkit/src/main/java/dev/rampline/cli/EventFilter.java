package dev.rampline.cli;

import dev.rampline.devkit.listen.ReceivedEvent;
import dev.rampline.event.Channel;
import dev.rampline.event.State;
import dev.rampline.lifecycle.DecisionName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which words are shown: those that fit every option given, and one of its values. */
final class EventFilter {
  private static final String REJECTED = DecisionName.REJECTED.text();

  @Option(
      names = "--state",
      split = ",",
      paramLabel = "STATE",
      converter = States.class,
      completionCandidates = States.class,
      description = "Words that tell this state, such as completed; repeatable.")
  private List<String> states = List.of();

  @Option(
      names = "--decision",
      split = ",",
      paramLabel = "DECISION",
      converter = Decisions.class,
      completionCandidates = Decisions.class,
      description = "Words that this was decided of, such as conflict; repeatable.")
  private List<String> decisions = List.of();

  @Option(
      names = "--channel",
      split = ",",
      paramLabel = "CHANNEL",
      converter = Channels.class,
      completionCandidates = Channels.class,
      description = "Words that came this way: ${COMPLETION-CANDIDATES}; repeatable.")
  private List<String> channels = List.of();

  @Option(
      names = "--id",
      paramLabel = "TEXT",
      description = "Words about a subject whose id holds that text; repeatable.")
  private List<String> ids = List.of();

  @Option(names = "--refused", description = "Webhooks that were not believed, and why.")
  private boolean refused;

  boolean matches(ReceivedEvent word) {
    return matchesAny(states, word.state())
        && matchesAny(decisions, word.decision())
        && matchesAny(channels, word.channel())
        && (ids.isEmpty() || word.subject().filter(this::isSelectedSubject).isPresent())
        && (!refused || word.decision().filter(REJECTED::equals).isPresent());
  }

  private boolean isSelectedSubject(String subject) {
    return ids.stream().anyMatch(subject::contains);
  }

  private static boolean matchesAny(List<String> wanted, Optional<String> told) {
    return wanted.isEmpty() || told.filter(wanted::contains).isPresent();
  }

  /** Every state of an order or a customer. */
  static final class States extends KnownNames {
    States() {
      super("state", Stream.of(State.values()).map(State::text).distinct().toList());
    }
  }

  /** All that can become of a word. */
  static final class Decisions extends KnownNames {
    Decisions() {
      super("decision", DecisionName.texts());
    }
  }

  /** The ways on which words come. */
  static final class Channels extends KnownNames {
    Channels() {
      super("channel", Stream.of(Channel.values()).map(Channel::text).toList());
    }
  }
}
