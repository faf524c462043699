package dev.rampline.subscriber.processing;

import dev.rampline.decoding.SocketDecoder;
import dev.rampline.decoding.SocketDecodingResult;
import dev.rampline.decoding.Vocabulary;
import dev.rampline.json.Json;
import dev.rampline.subscriber.socket.SocketEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads the status updates in the arguments of a socket event. Thread-safe. */
final class SocketEventReader {
  private static final String ORDER_ID = "orderId";

  private final SocketDecoder decoder;

  SocketEventReader(Vocabulary vocabulary) {
    this.decoder = new SocketDecoder(vocabulary);
  }

  /**
   * What an event contains.
   *
   * @param updates the status updates
   * @param unreadable the shape of each part that was not understood
   */
  record Reading(List<SocketDecodingResult.Update> updates, List<String> unreadable) {}

  /** Reads an event. An argument beside one that was understood may be anything. */
  Reading read(SocketEvent event, Instant receivedAt) {
    SocketArguments arguments = new SocketArguments(event.arguments());
    Reading reading = new Reading(new ArrayList<>(), new ArrayList<>());
    boolean isUnderstood = false;
    for (List<Json.Obj> messages : arguments.messages()) {
      List<SocketDecodingResult> results =
          messages.stream()
              .map(message -> decoder.decode(event.name(), message, receivedAt))
              .toList();
      if (!results.stream().allMatch(SocketDecodingResult.Unknown.class::isInstance)) {
        isUnderstood = true;
        results.forEach(result -> add(result, "list", reading));
      }
    }
    if (!isUnderstood) {
      SocketDecodingResult result =
          decoder.decode(
              event.name(), arguments.messageWithLeadingId(ORDER_ID).orElse(null), receivedAt);
      add(result, arguments.shape(), reading);
    }
    return reading;
  }

  private static void add(SocketDecodingResult result, String shape, Reading reading) {
    switch (result) {
      case SocketDecodingResult.Update update -> reading.updates().add(update);
      case SocketDecodingResult.Pong() -> {}
      case SocketDecodingResult.Unknown() -> reading.unreadable().add(shape);
    }
  }
}
