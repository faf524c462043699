package dev.rampline.devkit.emulator;

import dev.rampline.devkit.emulator.socket.SocketUpdate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a word means on the channels that do not post it.
 *
 * @param facts that it tells, in canonical form; the id of whom it is about among them
 * @param status that the API has since; null: the one that it had
 * @param spoken how the socket says it; empty: not at all
 */
public record Echo(
    Map<String, String> facts, @Nullable String status, Optional<SocketUpdate> spoken) {
  public Echo {
    facts = Map.copyOf(facts);
  }
}
