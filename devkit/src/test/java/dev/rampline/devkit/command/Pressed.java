package dev.rampline.devkit.command;

import dev.rampline.devkit.recovery.Operator;
import dev.rampline.devkit.recovery.Tally;
import dev.rampline.devkit.recovery.Tempo;
import dev.rampline.devkit.recovery.Terms;
import dev.rampline.devkit.stack.LocalEnvironment;
import dev.rampline.time.Pause;
import java.time.InstantSource;
import java.util.function.Predicate;

/** An operator who presses the key once the run has come so far. */
final class Pressed implements Operator {
  private static final int FAST = 3000;

  private final Predicate<Tally> farEnough;
  private boolean pressed;

  private Pressed(Predicate<Tally> farEnough) {
    this.farEnough = farEnough;
  }

  static Terms never() {
    return terms(_ -> false);
  }

  static Terms terms(Predicate<Tally> farEnough) {
    return new Terms(
        LocalEnvironment.ENVIRONMENT,
        InstantSource.system(),
        new Tempo(FAST, System::nanoTime, Pause.real()),
        new Pressed(farEnough));
  }

  @Override
  public void hear(Tally tally) {
    pressed |= farEnough.test(tally);
  }

  @Override
  public boolean hasEnough() {
    return pressed;
  }
}
