package dev.rampline.emulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Orders actions by the position at which they start. Not thread-safe. */
final class ActionTimeline {
  /** The extra distance of a delayed action. */
  private static final int LATE_SHIFT = 60;

  private final List<PositionedAction> entries = new ArrayList<>();
  private final EmulatorRandom dice;
  private int nextPosition;

  ActionTimeline(EmulatorRandom dice) {
    this.dice = dice;
  }

  /** The next free position. */
  int nextPosition() {
    return nextPosition++;
  }

  /** The number of used positions. */
  int length() {
    return nextPosition;
  }

  void add(double place, EmulatorAction act) {
    entries.add(new PositionedAction(place, act));
  }

  /** Adds the action at that position or later, according to the channel's faults. */
  void addDelayed(double place, FaultRates faults, EmulatorAction act) {
    double late = dice.percent(faults.delay()) ? LATE_SHIFT : 0;
    add(place + dice.nextDouble() * faults.reorder() + late, act);
  }

  /** All actions in order; actions at one position keep their insertion order. */
  List<EmulatorAction> ordered() {
    return entries.stream()
        .sorted(Comparator.comparingDouble(PositionedAction::position))
        .map(PositionedAction::action)
        .toList();
  }

  private record PositionedAction(double position, EmulatorAction action) {}
}
