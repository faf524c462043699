package dev.rampline.emulator;

import dev.rampline.emulator.socket.SocketUpdate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a word means on the channels that do not post it.
 *
 * @param fields that it tells, in canonical form; the id of whom it is about among them
 * @param apiStatus that the API has since; null: the one that it had
 * @param socketUpdate how the socket says it; empty: not at all
 */
public record EventSideEffects(
    Map<String, String> fields, @Nullable String apiStatus, Optional<SocketUpdate> socketUpdate) {
  public EventSideEffects {
    fields = Map.copyOf(fields);
  }
}
