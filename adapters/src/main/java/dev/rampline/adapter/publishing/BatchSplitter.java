package dev.rampline.adapter.publishing;

import dev.rampline.message.CloudEventMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Splits messages into calls within the limits of SQS and SNS, in their order. */
final class BatchSplitter {
  /** The limit of SNS, and the smallest of any SQS implementation; SQS accepts more today. */
  static final int MAX_BYTES = 262_144;

  private static final String TYPE_OF_ATTRIBUTES = "String";

  private BatchSplitter() {}

  static List<List<CloudEventMessage>> split(List<CloudEventMessage> messages) {
    List<List<CloudEventMessage>> calls = new ArrayList<>();
    List<CloudEventMessage> call = new ArrayList<>();
    int bytes = 0;
    for (CloudEventMessage message : messages) {
      int size = bytes(message);
      if (!call.isEmpty() && bytes + size > MAX_BYTES) {
        calls.add(call);
        call = new ArrayList<>();
        bytes = 0;
      }
      call.add(message);
      bytes += size;
    }
    calls.add(call);
    return calls;
  }

  /** Names, types, and values of attributes count too. */
  private static int bytes(CloudEventMessage message) {
    return message.body().getBytes(StandardCharsets.UTF_8).length
        + BatchPublisher.attributes(message).entrySet().stream()
            .mapToInt(
                attribute ->
                    attribute.getKey().length()
                        + TYPE_OF_ATTRIBUTES.length()
                        + attribute.getValue().length())
            .sum();
  }
}
