package dev.rampline.adapter.sqs;

import dev.rampline.message.CloudEventMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Splits messages into calls within the limits of SQS, in their order. */
final class SqsBatchSplitter {
  /** The smallest limit of any SQS implementation; AWS accepts more today. */
  static final int MAX_BYTES = 262_144;

  private SqsBatchSplitter() {}

  static List<List<CloudEventMessage>> split(List<CloudEventMessage> messages) {
    List<List<CloudEventMessage>> calls = new ArrayList<>();
    List<CloudEventMessage> call = new ArrayList<>();
    int bytes = 0;
    for (CloudEventMessage message : messages) {
      int size =
          message.body().getBytes(StandardCharsets.UTF_8).length
              + SqsMessageAttributes.bytes(message);
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
}
