package dev.rampline.simulation.cloud;

import dev.rampline.adapter.aws.Clients;
import dev.rampline.simulation.environment.SimulatedProcess;
import dev.rampline.simulation.environment.SimulationEnvironment;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The AWS services that Rampline uses.
 *
 * @param table the ledger table
 * @param queue the FIFO queue of the consumers
 * @param standardQueues the standard queues
 * @param secretStore the secret with the keys
 */
public record Cloud(
    Table table, SimulatedFifoQueue queue, StandardQueues standardQueues, SecretStore secretStore) {

  /** The AWS clients of one process. */
  public Clients clients(SimulatedProcess process, SimulationEnvironment world) {
    return new Clients() {
      @Override
      public DynamoDbClient dynamoDb() {
        return new TableClient(table, process, world);
      }

      @Override
      public SqsClient sqs() {
        return new QueueClient(queue, standardQueues, process, world.faults());
      }

      @Override
      public SecretsManagerClient secretsManager() {
        return new SecretStoreClient(secretStore, process);
      }
    };
  }
}
