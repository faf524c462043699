package dev.rampline.cli.send;

import dev.rampline.cli.terminal.CommandFailure;
import dev.rampline.devstack.RunningDevStack;
import dev.rampline.samples.SampleEvent;
import dev.rampline.send.EmulatorClient;
import java.io.IOException;
import java.util.Optional;

/** Connects to the emulated provider of a running stack. */
final class EmulatorConsoles {
  private EmulatorConsoles() {}

  static Optional<EmulatorClient> of(RunningDevStack running) {
    return Optional.ofNullable(running.providerUrl())
        .map(url -> new EmulatorClient(url, running.keys().api().apiSecret()));
  }

  /** Sends an event on the socket, if the socket supports it; returns the exit code. */
  static int sendOnSocket(SampleEvent event, Optional<RunningDevStack> running, SentRows rows)
      throws InterruptedException {
    EmulatorClient emulator =
        running
            .flatMap(EmulatorConsoles::of)
            .orElseThrow(
                () -> new CommandFailure("No socket is running. Start `./rampline dev` first."));
    try {
      boolean sent = emulator.sendSocketUpdate(event);
      rows.printSocketResult(event.event(), sent);
      return sent ? 0 : 1;
    } catch (IOException unreachable) {
      throw new CommandFailure(
          "Cannot connect to the emulated provider at " + emulator.api(), unreachable);
    }
  }
}
