package dev.rampline.devstack;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.rampline.testkit.aws.StreamEvents;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Invokes the relay function with stream records, as Lambda's event source mapping does. */
record RelayStreamConsumer(RequestHandler<DynamodbEvent, StreamsEventResponse> function)
    implements StreamConsumer {

  @Override
  public int process(String streamArn, List<Record> records) {
    List<Record> changes =
        records.stream().filter(record -> record.eventName() != OperationType.REMOVE).toList();
    if (changes.isEmpty()) {
      return records.size();
    }
    return firstFailure(function.handleRequest(StreamEvents.of(streamArn, changes), null))
        .map(failed -> indexOf(failed, records))
        .orElse(records.size());
  }

  private static Optional<String> firstFailure(StreamsEventResponse response) {
    return Optional.ofNullable(response.getBatchItemFailures()).stream()
        .flatMap(List::stream)
        .map(StreamsEventResponse.BatchItemFailure::getItemIdentifier)
        .findFirst();
  }

  /** The index of the record; an unknown identifier fails the whole batch. */
  private static int indexOf(String sequenceNumber, List<Record> records) {
    for (int index = 0; index < records.size(); index++) {
      if (records.get(index).dynamodb().sequenceNumber().equals(sequenceNumber)) {
        return index;
      }
    }
    return 0;
  }
}
