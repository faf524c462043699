package dev.rampline.devkit.command;

import dev.rampline.adapter.telemetry.Journal;
import dev.rampline.devkit.emulator.Faults;
import dev.rampline.devkit.emulator.Mischief;
import dev.rampline.devkit.stack.DevKeys;
import dev.rampline.devkit.stack.Ports;
import dev.rampline.devkit.stack.Stack;
import java.util.Map;

/**
 * Starts what {@code dev} starts, on free ports, and ends it: the build runs it once, and Java
 * keeps the classes that it has loaded for all starts to come.
 */
final class Rehearsal {
  private static final Journal SILENT = line -> {};

  private Rehearsal() {}

  /** Does it, and ends the process. */
  public static void main(String[] arguments) {
    var _ = new RamplineCommand().line().execute("--help");
    Stack.Settings settings =
        new Stack.Settings(Ports.FREE, false, DevKeys.random(), Map.of(), SILENT);
    Mischief none = new Mischief(Faults.NONE, 1);
    try (DevStage stage = DevStage.start(new DevStage.Wish(settings, true, none, true))) {
      System.out.println(stage.places());
    }
    System.exit(0);
  }
}
