package dev.rampline.emulator;

import dev.rampline.emulator.socket.SocketUpdate;

/** One action of the emulator. */
public sealed interface EmulatorAction {
  /** Changes the provider's state, which the API returns. */
  record ApplyEvent(EmulatedEvent event) implements EmulatorAction {}

  /** Sends webhooks. */
  record SendWebhooks(OrderedBatch batch) implements EmulatorAction {}

  /** Sends a socket event, true or false, to all subscribers. */
  record SendSocketUpdate(SocketUpdate update) implements EmulatorAction {}

  /**
   * Disconnects all socket clients.
   *
   * @param rejections the number of subsequent connection attempts to reject
   */
  record CutConnections(int rejections) implements EmulatorAction {}
}
