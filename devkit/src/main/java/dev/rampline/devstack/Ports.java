package dev.rampline.devstack;

import java.net.URI;

/**
 * Where everything listens on loopback (design §9).
 *
 * @param receiver takes webhooks
 * @param inspector shows orders as they change
 * @param provider answers as the provider's API
 * @param providerSocket speaks as the provider's socket
 * @param health tells how the subscriber is
 * @param dynamoDb keeps the ledger
 * @param sqs keeps the queues
 */
public record Ports(
    int receiver,
    int inspector,
    int provider,
    int providerSocket,
    int health,
    int dynamoDb,
    int sqs) {
  /** The address that everything listens on, unless it is told otherwise. */
  public static final String LOOPBACK = "127.0.0.1";

  private static final Ports DEFAULTS = new Ports(8080, 8081, 8082, 8083, 8090, 8000, 9324);

  /** Any free port for each. */
  public static final Ports ANY_FREE = new Ports(0, 0, 0, 0, 0, 0, 0);

  /** The usual ones, all moved by that much. */
  public static Ports withOffset(int offset) {
    return new Ports(
        DEFAULTS.receiver + offset,
        DEFAULTS.inspector + offset,
        DEFAULTS.provider + offset,
        DEFAULTS.providerSocket + offset,
        DEFAULTS.health + offset,
        DEFAULTS.dynamoDb + offset,
        DEFAULTS.sqs + offset);
  }

  /** Where DynamoDB answers on that address. */
  public URI dynamoDbOn(String host) {
    return uri(host, dynamoDb);
  }

  /** Where SQS answers on that address. */
  public URI sqsOn(String host) {
    return uri(host, sqs);
  }

  private static URI uri(String host, int port) {
    return URI.create("http://" + host + ":" + port);
  }
}
