package dev.rampline.devstack;

import java.net.URI;

/**
 * The loopback ports of all local services ({@code docs/architecture.md#ports}).
 *
 * @param receiver the webhook receiver
 * @param inspector the inspector
 * @param provider the emulated provider's API
 * @param providerSocket the emulated provider's socket
 * @param health the subscriber's health endpoint
 * @param dynamoDb DynamoDB Local
 * @param sqs ElasticMQ
 */
public record Ports(
    int receiver,
    int inspector,
    int provider,
    int providerSocket,
    int health,
    int dynamoDb,
    int sqs) {
  /** The default host. */
  public static final String LOOPBACK = "127.0.0.1";

  private static final Ports DEFAULTS = new Ports(8080, 8081, 8082, 8083, 8090, 8000, 9324);

  /** Any free port for each service. */
  public static final Ports ANY_FREE = new Ports(0, 0, 0, 0, 0, 0, 0);

  /** The default ports plus an offset. */
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

  /** The option that a command needs to reach a stack on these ports, after a space, or nothing. */
  public String commandOption() {
    int offset = inspector - DEFAULTS.inspector;
    return offset > 0 ? " --port-offset " + offset : "";
  }

  /** The DynamoDB endpoint on that host. */
  public URI dynamoDbOn(String host) {
    return uri(host, dynamoDb);
  }

  /** The SQS endpoint on that host. */
  public URI sqsOn(String host) {
    return uri(host, sqs);
  }

  private static URI uri(String host, int port) {
    return URI.create("http://" + host + ":" + port);
  }
}
