package dev.rampline.devstack;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.rampline.adapter.aws.Clients;
import dev.rampline.emulator.ProviderKeys;
import dev.rampline.emulator.Signer;
import dev.rampline.function.FunctionsModule;
import dev.rampline.function.WebhookConfiguration;
import dev.rampline.function.webhook.WebhookHandler;
import dev.rampline.testkit.aws.GatewayEvents;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A process that sends webhooks to the production handler as fast as it can until it is killed. It
 * prints each order that was answered 200.
 */
final class CrashingReceiverMain {
  /** Printed after the ID of an answered order. */
  static final String ANSWERED = " is answered";

  private static final List<String> STATUSES = List.of("PROCESSING", "ON_HOLD", "COMPLETED");

  private CrashingReceiverMain() {}

  /**
   * Arguments: the access token, the prefix of order IDs, and the number of sends before blocking.
   */
  public static void main(String[] arguments) {
    Thread.ofPlatform().daemon().start(CrashingReceiverMain::exitWithParent);
    Clients clients = new BlockingClients(Clients.ofEnvironment(), Integer.parseInt(arguments[2]));
    WebhookHandler handler =
        new WebhookHandler(
            new FunctionsModule(clients, line -> {}, InstantSource.system())
                .webhook(WebhookConfiguration.of(System.getenv())));
    Signer signer = new Signer(new ProviderKeys(arguments[0], null));
    for (int order = 1; ; order++) {
      String id = arguments[1] + "-" + order;
      STATUSES.forEach(status -> receive(handler, signer, id, status));
    }
  }

  private static void receive(WebhookHandler handler, Signer signer, String id, String status) {
    String payload =
        """
        {"eventName":"ORDER_%2$s","data":{"id":"%1$s","status":"%2$s"}}"""
            .formatted(id, status);
    APIGatewayV2HTTPEvent event = GatewayEvents.post("{\"data\":\"" + signer.jwt(payload) + "\"}");
    if (handler.handleRequest(event, null).getStatusCode() == 200) {
      System.out.println(id + ANSWERED);
    }
  }

  private static void exitWithParent() {
    try {
      while (System.in.read() >= 0) {
        // The parent sends no input.
      }
    } catch (IOException broken) {
      // Same as the end of the input.
    }
    Runtime.getRuntime().halt(1);
  }

  private record BlockingClients(Clients clients, int sends) implements Clients {
    @Override
    public DynamoDbClient dynamoDb() {
      return clients.dynamoDb();
    }

    @Override
    public SqsClient sqs() {
      return new BlockingSqsClient(clients.sqs(), sends);
    }

    @Override
    public SecretsManagerClient secretsManager() {
      return clients.secretsManager();
    }
  }
}
