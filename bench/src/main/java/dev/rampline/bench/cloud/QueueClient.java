package dev.rampline.bench.cloud;

import dev.rampline.bench.world.Fault;
import dev.rampline.bench.world.Faults;
import dev.rampline.bench.world.Instance;
import dev.rampline.bench.world.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** The queues as one process calls it. */
final class QueueClient implements SqsClient {
  private static final double FINAL = 0.03;
  private static final double PARTIAL = 0.1;

  private final Queue queue;
  private final Letters letters;
  private final Instance process;
  private final Faults faults;

  QueueClient(Queue queue, Letters letters, Instance process, Faults faults) {
    this.queue = queue;
    this.letters = letters;
    this.process = process;
    this.faults = faults;
  }

  @Override
  public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
    List<SendMessageBatchRequestEntry> entries = request.entries();
    String ids =
        entries.stream()
            .map(SendMessageBatchRequestEntry::messageDeduplicationId)
            .collect(Collectors.joining(" "));
    return process.call(Service.QUEUE, "sends " + ids, new AwsRefusals(), () -> send(entries));
  }

  @Override
  public SendMessageResponse sendMessage(SendMessageRequest request) {
    return process.call(
        Service.QUEUE, "sends to " + request.queueUrl(), new AwsRefusals(), () -> send(request));
  }

  @Override
  public ChangeMessageVisibilityBatchResponse changeMessageVisibilityBatch(
      ChangeMessageVisibilityBatchRequest request) {
    return process.call(
        Service.QUEUE,
        "lets words wait",
        new AwsRefusals(),
        () -> ChangeMessageVisibilityBatchResponse.builder().build());
  }

  private SendMessageResponse send(SendMessageRequest request) {
    letters.send(request.queueUrl(), request.messageBody());
    return SendMessageResponse.builder().build();
  }

  private SendMessageBatchResponse send(List<SendMessageBatchRequestEntry> entries) {
    List<BatchResultErrorEntry> failed = new ArrayList<>();
    for (SendMessageBatchRequestEntry entry : entries) {
      refusal(entry)
          .ifPresentOrElse(
              failed::add,
              () ->
                  queue.send(
                      entry.messageGroupId(), entry.messageDeduplicationId(), entry.messageBody()));
    }
    return SendMessageBatchResponse.builder().failed(failed).build();
  }

  private Optional<BatchResultErrorEntry> refusal(SendMessageBatchRequestEntry entry) {
    String id = entry.messageDeduplicationId();
    if (queue.refuses(id, () -> faults.strikes(Fault.FINAL_REFUSAL, FINAL))) {
      process.note("is refused for good with " + id);
      return Optional.of(refusal(entry, "InvalidMessageContents", true));
    }
    if (faults.strikes(Fault.PARTIAL_REFUSAL, PARTIAL)) {
      process.note("is refused for now with " + id);
      return Optional.of(refusal(entry, "InternalError", false));
    }
    return Optional.empty();
  }

  private static BatchResultErrorEntry refusal(
      SendMessageBatchRequestEntry entry, String code, boolean ours) {
    return BatchResultErrorEntry.builder().id(entry.id()).code(code).senderFault(ours).build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
