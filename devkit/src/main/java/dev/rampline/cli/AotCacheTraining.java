package dev.rampline.cli;

import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.devstack.DevKeys;
import dev.rampline.devstack.DevStack;
import dev.rampline.devstack.Ports;
import dev.rampline.emulator.ApiFaultInjector;
import dev.rampline.emulator.FaultRates;
import java.util.Map;

/**
 * Starts what {@code dev} starts, on free ports, and ends it: the build runs it once, and Java
 * keeps the classes that it has loaded for all starts to come.
 */
final class AotCacheTraining {
  private static final EventLog NO_LOG = line -> {};

  private AotCacheTraining() {}

  /** Does it, and ends the process. */
  public static void main(String[] arguments) {
    var _ = new RamplineCommand().line().execute("--help");
    DevStack.Settings settings =
        new DevStack.Settings(Ports.ANY_FREE, false, DevKeys.random(), Map.of(), NO_LOG);
    ApiFaultInjector none = new ApiFaultInjector(FaultRates.NONE, 1);
    try (DevEnvironment stage =
        DevEnvironment.start(new DevEnvironment.Options(settings, true, none, true))) {
      System.out.println(stage.addresses());
    }
    System.exit(0);
  }
}
