package dev.rampline.emulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Orders actions by the position at which they start. Not thread-safe. */
final class ActionTimeline {
  /** The extra distance of a delayed action. */
  private static final int LATE_SHIFT = 60;

  private final List<PositionedAction> entries = new ArrayList<>();
  private final EmulatorRandom random;
  private int nextPosition;

  ActionTimeline(EmulatorRandom random) {
    this.random = random;
  }

  /** The next free position. */
  int nextPosition() {
    return nextPosition++;
  }

  /** The number of used positions. */
  int length() {
    return nextPosition;
  }

  void add(double place, EmulatorAction action) {
    entries.add(new PositionedAction(place, action));
  }

  /** Adds the action at that position or later, according to the channel's faults. */
  void addDelayed(double place, FaultRates faults, EmulatorAction action) {
    double late = random.percent(faults.delay()) ? LATE_SHIFT : 0;
    add(place + random.nextDouble() * faults.reorder() + late, action);
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
