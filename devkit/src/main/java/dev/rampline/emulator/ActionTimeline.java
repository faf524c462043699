package dev.rampline.emulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Acts by the places at which they are to begin. Not thread-safe. */
final class ActionTimeline {
  /** How much further back something is thrown that comes late. */
  private static final int LATE_SHIFT = 60;

  private final List<PositionedAction> entries = new ArrayList<>();
  private final EmulatorRandom dice;
  private int nextPosition;

  ActionTimeline(EmulatorRandom dice) {
    this.dice = dice;
  }

  /** The next place that nothing has taken. */
  int nextPosition() {
    return nextPosition++;
  }

  /** How many places are taken. */
  int length() {
    return nextPosition;
  }

  void add(double place, EmulatorAction act) {
    entries.add(new PositionedAction(place, act));
  }

  /** Puts it there or later, as that channel's faults have it. */
  void addDelayed(double place, FaultRates faults, EmulatorAction act) {
    double late = dice.percent(faults.delay()) ? LATE_SHIFT : 0;
    add(place + dice.nextDouble() * faults.reorder() + late, act);
  }

  /** What was put at one place stays in its order. */
  List<EmulatorAction> ordered() {
    return entries.stream()
        .sorted(Comparator.comparingDouble(PositionedAction::position))
        .map(PositionedAction::action)
        .toList();
  }

  private record PositionedAction(double position, EmulatorAction action) {}
}
