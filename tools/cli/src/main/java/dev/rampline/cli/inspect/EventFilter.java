package dev.rampline.cli.inspect;

import dev.rampline.cli.options.KnownNames;
import dev.rampline.event.Channel;
import dev.rampline.event.State;
import dev.rampline.lifecycle.DecisionName;
import dev.rampline.listen.ReceivedEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Selects the events to show: those that match one value of every given option. */
final class EventFilter {
  private static final String REJECTED = DecisionName.REJECTED.text();

  @Option(
      names = "--state",
      split = ",",
      paramLabel = "STATE",
      converter = States.class,
      completionCandidates = States.class,
      description = "Show events that report this state, such as completed; repeatable.")
  private List<String> states = List.of();

  @Option(
      names = "--decision",
      split = ",",
      paramLabel = "DECISION",
      converter = Decisions.class,
      completionCandidates = Decisions.class,
      description = "Show events with this decision, such as conflict; repeatable.")
  private List<String> decisions = List.of();

  @Option(
      names = "--channel",
      split = ",",
      paramLabel = "CHANNEL",
      converter = Channels.class,
      completionCandidates = Channels.class,
      description = "Show events from this channel: ${COMPLETION-CANDIDATES}; repeatable.")
  private List<String> channels = List.of();

  @Option(
      names = "--id",
      paramLabel = "TEXT",
      description = "Show events about subjects whose id contains this text; repeatable.")
  private List<String> ids = List.of();

  @Option(names = "--rejected", description = "Show rejected webhooks and the reasons.")
  private boolean rejected;

  boolean matches(ReceivedEvent event) {
    return matchesAny(states, event.state())
        && matchesAny(decisions, event.decision())
        && matchesAny(channels, event.channel())
        && (ids.isEmpty() || event.subject().filter(this::isSelectedSubject).isPresent())
        && (!rejected || event.decision().filter(REJECTED::equals).isPresent());
  }

  private boolean isSelectedSubject(String subject) {
    return ids.stream().anyMatch(subject::contains);
  }

  private static boolean matchesAny(List<String> wanted, Optional<String> value) {
    return wanted.isEmpty() || value.filter(wanted::contains).isPresent();
  }

  /** The states of orders and customers. */
  static final class States extends KnownNames {
    States() {
      super("state", Stream.of(State.values()).map(State::text).distinct().toList());
    }
  }

  /** The decisions on an event. */
  static final class Decisions extends KnownNames {
    Decisions() {
      super("decision", DecisionName.texts());
    }
  }

  /** The channels that events arrive on. */
  static final class Channels extends KnownNames {
    Channels() {
      super("channel", Stream.of(Channel.values()).map(Channel::text).toList());
    }
  }
}
