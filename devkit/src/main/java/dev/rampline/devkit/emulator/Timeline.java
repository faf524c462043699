package dev.rampline.devkit.emulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Acts by the places at which they are to begin. Not thread-safe. */
final class Timeline {
  /** How much further back something is thrown that comes late. */
  private static final int LATE = 60;

  private final List<Placed> placed = new ArrayList<>();
  private final Dice dice;
  private int next;

  Timeline(Dice dice) {
    this.dice = dice;
  }

  /** The next place that nothing has taken. */
  int next() {
    return next++;
  }

  /** How many places are taken. */
  int length() {
    return next;
  }

  void add(double place, Act act) {
    placed.add(new Placed(place, act));
  }

  /** Puts it there or later, as that channel's faults have it. */
  void throwBack(double place, Faults faults, Act act) {
    double late = dice.percent(faults.delay()) ? LATE : 0;
    add(place + dice.share() * faults.reorder() + late, act);
  }

  /** What was put at one place stays in its order. */
  List<Act> inOrder() {
    return placed.stream()
        .sorted(Comparator.comparingDouble(Placed::place))
        .map(Placed::act)
        .toList();
  }

  private record Placed(double place, Act act) {}
}
