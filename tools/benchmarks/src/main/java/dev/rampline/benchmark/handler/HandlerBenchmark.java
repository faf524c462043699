package dev.rampline.benchmark.handler;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.sun.management.OperatingSystemMXBean;
import dev.rampline.adapter.aws.AwsClients;
import dev.rampline.adapter.aws.Clients;
import dev.rampline.function.FunctionsModule;
import dev.rampline.function.WebhookConfiguration;
import dev.rampline.function.webhook.WebhookHandler;
import dev.rampline.testkit.aws.GatewayEvents;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.InstantSource;
import java.util.*;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.*;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

public final class HandlerBenchmark {
  private static final String KEY = "3f6c1d0a9b8e7f6a5d4c3b2a19080f7e";

  public static void main(String[] args) throws Exception {
    URI endpoint = URI.create(args[0]);
    int rounds = Integer.parseInt(args[1]);
    int orders = Integer.parseInt(args[2]);
    Map<String, String> environment =
        Map.of(
            "RAMPLINE_TABLE", "rampline",
            "RAMPLINE_QUEUE_URL", endpoint + "/000000000000/rampline-events.fifo",
            "RAMPLINE_RETRY_QUEUE_URL", endpoint + "/000000000000/rampline-retry",
            "RAMPLINE_QUARANTINE_QUEUE_URL", endpoint + "/000000000000/rampline-quarantine",
            "RAMPLINE_KEYS", "{\"accessTokens\":[\"" + KEY + "\"]}",
            "RAMPLINE_ENVIRONMENT", "benchmark");
    Clients clients =
        new Clients() {
          public DynamoDbClient dynamoDb() {
            return at(AwsClients.dynamoDb(), endpoint);
          }

          public SqsClient sqs() {
            return at(AwsClients.sqs(), endpoint);
          }

          public SecretsManagerClient secretsManager() {
            return at(AwsClients.secretsManager(), endpoint);
          }
        };
    WebhookHandler handler =
        new WebhookHandler(
            new FunctionsModule(clients, entry -> entry.json(), InstantSource.system())
                .webhook(WebhookConfiguration.of(environment)));
    String[] names = {"new", "next", "next2", "duplicate"};
    String[] events = {
      "ORDER_CREATED:PENDING_PAYMENT",
      "ORDER_PROCESSING:PROCESSING",
      "ORDER_COMPLETED:COMPLETED",
      "ORDER_COMPLETED:COMPLETED"
    };
    double[][] cpu = new double[4][rounds];
    double[][] p50 = new double[4][rounds];
    for (int round = 0; round < rounds; round++) {
      for (int kind = 0; kind < 4; kind++) {
        List<APIGatewayV2HTTPEvent> batch = new ArrayList<>();
        for (int order = 0; order < orders; order++) {
          String[] parts = events[kind].split(":");
          batch.add(event("ord-" + round + "-" + order, parts[0], parts[1]));
        }
        System.gc();
        long cpuBefore = cpuTime();
        long[] times = new long[orders];
        for (int i = 0; i < orders; i++) {
          long t = System.nanoTime();
          int status = handler.handleRequest(batch.get(i), null).getStatusCode();
          times[i] = System.nanoTime() - t;
          if (status != 200) throw new IllegalStateException("status " + status);
        }
        cpu[kind][round] = (cpuTime() - cpuBefore) / 1e6 / orders;
        Arrays.sort(times);
        p50[kind][round] = times[orders / 2] / 1e6;
      }
    }
    for (int kind = 0; kind < 4; kind++) {
      Arrays.sort(cpu[kind], rounds / 3, rounds);
      Arrays.sort(p50[kind], rounds / 3, rounds);
      int median = (rounds + rounds / 3) / 2;
      System.out.printf(
          "%-10s cpu %.3f ms  p50 %.3f ms%n", names[kind], cpu[kind][median], p50[kind][median]);
    }
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C at(
      B builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .build();
  }

  private static long cpuTime() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static APIGatewayV2HTTPEvent event(String order, String name, String status) {
    String payload =
        """
        {"eventName": "%s", "data": {"id": "%s", "partnerOrderId": "p-%s",
        "status": "%s", "fiatCurrency": "USD", "fiatAmount": 100.0, "cryptoCurrency": "ETH",
        "cryptoAmount": 0.045, "network": "ethereum", "walletAddress": "0x742d35Cc6634C0532925a3b844Bc9e7595f0bEb0",
        "createdAt": "2024-01-15T10:30:00Z", "updatedAt": "2024-01-15T10:32:00Z"}}
        """
            .formatted(name, order, order, status);
    return GatewayEvents.post(
        "{\"data\": \"" + JWT.create().withPayload(payload).sign(Algorithm.HMAC256(KEY)) + "\"}");
  }
}
