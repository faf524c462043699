package dev.rampline.embedded;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reads the records of a table's stream. */
final class StreamRecords {
  private StreamRecords() {}

  static List<Record> records(DynamoDbStreamsClient client, String table) {
    String stream =
        client.listStreams(request -> request.tableName(table)).streams().getFirst().streamArn();
    return client
        .describeStream(request -> request.streamArn(stream))
        .streamDescription()
        .shards()
        .stream()
        .flatMap(shard -> records(client, stream, shard).stream())
        .toList();
  }

  private static List<Record> records(DynamoDbStreamsClient client, String stream, Shard shard) {
    String iterator =
        client
            .getShardIterator(
                request ->
                    request
                        .streamArn(stream)
                        .shardId(shard.shardId())
                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
            .shardIterator();
    return client.getRecords(request -> request.shardIterator(iterator)).records();
  }
}
