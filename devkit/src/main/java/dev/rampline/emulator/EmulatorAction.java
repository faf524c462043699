package dev.rampline.emulator;

import dev.rampline.emulator.socket.SocketUpdate;

/** One thing that the emulator does, in its place among the others. */
public sealed interface EmulatorAction {
  /** Something becomes true, and the API answers so. */
  record ApplyEvent(EmulatedEvent word) implements EmulatorAction {}

  /** Webhooks are posted. */
  record SendWebhooks(OrderedBatch lane) implements EmulatorAction {}

  /** The socket says something, true or not, to whoever listens. */
  record SendSocketUpdate(SocketUpdate update) implements EmulatorAction {}

  /**
   * The socket's connections are cut.
   *
   * @param refusals how many attempts to connect are refused then
   */
  record CutConnections(int refusals) implements EmulatorAction {}
}
