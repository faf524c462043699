package dev.rampline.devkit.emulator;

import dev.rampline.devkit.emulator.socket.SocketUpdate;

/** One thing that the emulator does, in its place among the others. */
public sealed interface Act {
  /** Something becomes true, and the API answers so. */
  record Happens(Word word) implements Act {}

  /** Webhooks are posted. */
  record Posts(Lane lane) implements Act {}

  /** The socket says something, true or not, to whoever listens. */
  record Speaks(SocketUpdate update) implements Act {}

  /**
   * The socket's connections are cut.
   *
   * @param refusals how many attempts to connect are refused then
   */
  record Cuts(int refusals) implements Act {}
}
