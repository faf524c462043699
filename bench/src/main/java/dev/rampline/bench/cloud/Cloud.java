package dev.rampline.bench.cloud;

import dev.rampline.adapter.aws.Clients;
import dev.rampline.bench.world.Instance;
import dev.rampline.bench.world.World;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * All of AWS that Rampline uses.
 *
 * @param table the ledger's
 * @param queue the consumers'
 * @param letters the other queues
 * @param vault the keys'
 */
public record Cloud(Table table, Queue queue, Letters letters, Vault vault) {

  /** The clients of one process. */
  public Clients clients(Instance process, World world) {
    return new Clients() {
      @Override
      public DynamoDbClient dynamoDb() {
        return new TableClient(table, process, world);
      }

      @Override
      public SqsClient sqs() {
        return new QueueClient(queue, letters, process, world.faults());
      }

      @Override
      public SecretsManagerClient secretsManager() {
        return new VaultClient(vault, process);
      }
    };
  }
}
