package dev.rampline.embedded;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reads what a table's stream holds. */
final class StreamRecords {
  private StreamRecords() {}

  static List<Record> records(DynamoDbStreamsClient client, String table) {
    String stream =
        client.listStreams(wanted -> wanted.tableName(table)).streams().getFirst().streamArn();
    return client
        .describeStream(wanted -> wanted.streamArn(stream))
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
                wanted ->
                    wanted
                        .streamArn(stream)
                        .shardId(shard.shardId())
                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
            .shardIterator();
    return client.getRecords(wanted -> wanted.shardIterator(iterator)).records();
  }
}
