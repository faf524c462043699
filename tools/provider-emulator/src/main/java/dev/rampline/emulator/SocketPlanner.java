package dev.rampline.emulator;

import dev.rampline.emulator.socket.SocketUpdate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans the socket's events and disconnects. */
final class SocketPlanner {
  private static final int MAX_REJECTIONS = 3;

  private final ActionTimeline timeline;
  private final FaultRates faults;
  private final EmulatorRandom random;
  private final Set<String> subjects = new HashSet<>();

  SocketPlanner(ActionTimeline timeline, FaultRates faults, EmulatorRandom random) {
    this.timeline = timeline;
    this.faults = faults;
    this.random = random;
  }

  void plan(int place, SocketUpdate update) {
    if (random.percent(faults.drop())) {
      return;
    }
    subject(update).forEach(subjects::add);
    timeline.addDelayed(place, faults, new EmulatorAction.SendSocketUpdate(update));
    if (random.percent(faults.duplicate())) {
      timeline.addDelayed(place, faults, new EmulatorAction.SendSocketUpdate(update));
    }
  }

  /** Adds the disconnects after all other actions are placed. */
  void planCuts() {
    for (int cut = 1; cut <= faults.cut(); cut++) {
      double place = (double) timeline.length() * cut / (faults.cut() + 1);
      int rejections = random.percent(faults.reject()) ? 1 + random.nextInt(MAX_REJECTIONS) : 0;
      timeline.add(place, new EmulatorAction.CutConnections(rejections));
    }
  }

  /** A subject that no scenario uses. */
  Set<String> unverifiedOnlySubjects(List<EmulatedScenario> scenarios) {
    Set<String> known =
        scenarios.stream()
            .map(scenario -> scenario.expected().subject())
            .collect(Collectors.toSet());
    return subjects.stream()
        .filter(subject -> !known.contains(subject))
        .collect(Collectors.toSet());
  }

  private static Stream<String> subject(SocketUpdate update) {
    return Stream.concat(
        update.orderId().map(id -> Subjects.of("order", id)).stream(),
        update.userId().map(id -> Subjects.of("kyc/user", id)).stream());
  }
}
