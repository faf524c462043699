package dev.rampline.simulation.defect;

import dev.rampline.adapter.dynamodb.EntryCodec;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.message.CloudEventMessage;
import dev.rampline.message.MessageComposer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Sends a record's message before the write. */
final class SendBeforeWriteTable extends ForwardingTable {
  private final MessageComposer composer = new MessageComposer("production");
  private final SqsClient queue;

  SendBeforeWriteTable(DynamoDbClient sound, SqsClient queue) {
    super(sound);
    this.queue = queue;
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    if (request.item().containsKey("version")
        && EntryCodec.decode(request.item()) instanceof LedgerRecord record) {
      send(composer.compose(record));
    }
    return super.putItem(request);
  }

  private void send(CloudEventMessage message) {
    SendMessageBatchRequestEntry entry =
        SendMessageBatchRequestEntry.builder()
            .id("0")
            .messageGroupId(message.subject().text())
            .messageDeduplicationId(message.id())
            .messageBody(message.body())
            .build();
    var _ = queue.sendMessageBatch(SendMessageBatchRequest.builder().entries(entry).build());
  }
}
