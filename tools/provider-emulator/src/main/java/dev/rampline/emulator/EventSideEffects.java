package dev.rampline.emulator;

import dev.rampline.emulator.socket.SocketUpdate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The effects of an event on the API and the socket.
 *
 * @param fields the fields in canonical form, including the subject's ID
 * @param apiStatus the new API status; null: unchanged
 * @param socketUpdate the socket event; empty: none
 */
public record EventSideEffects(
    Map<String, String> fields, @Nullable String apiStatus, Optional<SocketUpdate> socketUpdate) {
  public EventSideEffects {
    fields = Map.copyOf(fields);
  }
}
