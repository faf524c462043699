package dev.rampline.simulation.cloud;

import dev.rampline.simulation.environment.ExternalService;
import dev.rampline.simulation.environment.Fault;
import dev.rampline.simulation.environment.FaultInjector;
import dev.rampline.simulation.environment.SimulatedProcess;
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

/** The SQS client of one process. */
final class QueueClient implements SqsClient {
  private static final double PERMANENT_REJECTION_PROBABILITY = 0.03;
  private static final double TEMPORARY_REJECTION_PROBABILITY = 0.1;

  private final SimulatedFifoQueue queue;
  private final StandardQueues standardQueues;
  private final SimulatedProcess process;
  private final FaultInjector faults;

  QueueClient(
      SimulatedFifoQueue queue,
      StandardQueues messages,
      SimulatedProcess process,
      FaultInjector faults) {
    this.queue = queue;
    this.standardQueues = messages;
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
    return process.call(
        ExternalService.QUEUE, "sends " + ids, new AwsErrors(), () -> send(entries));
  }

  @Override
  public SendMessageResponse sendMessage(SendMessageRequest request) {
    return process.call(
        ExternalService.QUEUE,
        "sends to " + request.queueUrl(),
        new AwsErrors(),
        () -> send(request));
  }

  @Override
  public ChangeMessageVisibilityBatchResponse changeMessageVisibilityBatch(
      ChangeMessageVisibilityBatchRequest request) {
    return process.call(
        ExternalService.QUEUE,
        "sends events to the retry queue",
        new AwsErrors(),
        () -> ChangeMessageVisibilityBatchResponse.builder().build());
  }

  private SendMessageResponse send(SendMessageRequest request) {
    standardQueues.send(request.queueUrl(), request.messageBody());
    return SendMessageResponse.builder().build();
  }

  private SendMessageBatchResponse send(List<SendMessageBatchRequestEntry> entries) {
    List<BatchResultErrorEntry> failed = new ArrayList<>();
    for (SendMessageBatchRequestEntry entry : entries) {
      rejection(entry)
          .ifPresentOrElse(
              failed::add,
              () ->
                  queue.send(
                      entry.messageGroupId(), entry.messageDeduplicationId(), entry.messageBody()));
    }
    return SendMessageBatchResponse.builder().failed(failed).build();
  }

  private Optional<BatchResultErrorEntry> rejection(SendMessageBatchRequestEntry entry) {
    String id = entry.messageDeduplicationId();
    if (queue.decideRejection(
        id, () -> faults.inject(Fault.PERMANENT_REJECTION, PERMANENT_REJECTION_PROBABILITY))) {
      process.trace("gets a permanent rejection of " + id);
      return Optional.of(rejection(entry, "InvalidMessageContents", true));
    }
    if (faults.inject(Fault.PARTIAL_REJECTION, TEMPORARY_REJECTION_PROBABILITY)) {
      process.trace("gets a temporary rejection of " + id);
      return Optional.of(rejection(entry, "InternalError", false));
    }
    return Optional.empty();
  }

  private static BatchResultErrorEntry rejection(
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
