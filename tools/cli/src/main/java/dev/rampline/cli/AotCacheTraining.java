package dev.rampline.cli;

import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.cli.start.DevEnvironment;
import dev.rampline.devstack.DevKeys;
import dev.rampline.devstack.DevStack;
import dev.rampline.devstack.Ports;
import dev.rampline.emulator.ApiFaultInjector;
import dev.rampline.emulator.FaultRates;
import java.util.Map;

/**
 * Starts and stops the whole {@code dev} stack on free ports. The build runs it once to record the
 * class archive that later starts of {@code ./rampline} load.
 */
final class AotCacheTraining {
  private static final EventLog NO_LOG = line -> {};

  private AotCacheTraining() {}

  /** Starts the stack, closes it, and exits. */
  public static void main(String[] arguments) {
    var _ = new RamplineCommand().line().execute("--help");
    DevStack.Settings settings =
        new DevStack.Settings(Ports.ANY_FREE, false, DevKeys.random(), Map.of(), NO_LOG);
    ApiFaultInjector noFaults = new ApiFaultInjector(FaultRates.NONE, 1);
    try (DevEnvironment environment =
        DevEnvironment.start(new DevEnvironment.Options(settings, true, noFaults, true))) {
      System.out.println(environment.addresses());
    }
    System.exit(0);
  }
}
