package dev.rampline.devkit.emulator;

import dev.rampline.devkit.emulator.socket.SocketUpdate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans what the socket says, and when it is cut. */
final class Talk {
  private static final int MOST_REFUSALS = 3;

  private final Timeline timeline;
  private final Faults faults;
  private final Dice dice;
  private final Set<String> subjects = new HashSet<>();

  Talk(Timeline timeline, Faults faults, Dice dice) {
    this.timeline = timeline;
    this.faults = faults;
    this.dice = dice;
  }

  void plan(int place, SocketUpdate update) {
    if (dice.percent(faults.drop())) {
      return;
    }
    subject(update).forEach(subjects::add);
    timeline.throwBack(place, faults, new Act.Speaks(update));
    if (dice.percent(faults.duplicate())) {
      timeline.throwBack(place, faults, new Act.Speaks(update));
    }
  }

  /** Once everything else has its place. */
  void planCuts() {
    for (int cut = 1; cut <= faults.cut(); cut++) {
      double place = (double) timeline.length() * cut / (faults.cut() + 1);
      int refusals = dice.percent(faults.refuse()) ? 1 + dice.below(MOST_REFUSALS) : 0;
      timeline.add(place, new Act.Cuts(refusals));
    }
  }

  /** Whom it names, and none of the stories is about. */
  Set<String> hearsay(List<Story> stories) {
    Set<String> known =
        stories.stream().map(story -> story.truth().subject()).collect(Collectors.toSet());
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
