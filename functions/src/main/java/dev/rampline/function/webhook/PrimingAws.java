package dev.rampline.function.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.adapter.aws.AwsClients;
import dev.rampline.adapter.aws.Clients;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.utils.AttributeMap;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * AWS for SnapStart priming: the production clients, so that they build, sign and parse everything
 * as in production, with an HTTP client that answers in this process. They use no real item,
 * message, secret or credential. Not thread-safe.
 */
final class PrimingAws implements Clients, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<JsonNode, JsonNode> items = new HashMap<>();
  private final Set<URI> endpoints = new LinkedHashSet<>();
  private final List<SdkAutoCloseable> clients = new ArrayList<>();
  private final String keys;

  /** Creates clients whose secret holds the given keys and whose table is empty. */
  PrimingAws(String keys) {
    this.keys = keys;
  }

  @Override
  public DynamoDbClient dynamoDb() {
    return create(AwsClients.dynamoDb());
  }

  @Override
  public SqsClient sqs() {
    return create(AwsClients.sqs());
  }

  @Override
  public SecretsManagerClient secretsManager() {
    return create(AwsClients.secretsManager());
  }

  /**
   * Sends one unsigned request to the real endpoint of each service that was called, to load the
   * classes for DNS, sockets and TLS. It keeps no connection open and ignores the responses.
   */
  void connect() throws IOException {
    for (URI endpoint : endpoints) {
      SdkHttpRequest request =
          SdkHttpRequest.builder()
              .method(SdkHttpMethod.GET)
              .uri(endpoint)
              // Otherwise Java keeps the connection, and every restored snapshot would use it.
              .putHeader("Connection", "close")
              .build();
      try (SdkHttpClient client = AwsClients.http().build()) {
        client
            .prepareRequest(HttpExecuteRequest.builder().request(request).build())
            .call()
            .responseBody()
            .ifPresent(AbortableInputStream::abort);
      }
    }
  }

  @Override
  public void close() {
    clients.forEach(SdkAutoCloseable::close);
  }

  private <
          B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkAutoCloseable>
      C create(B builder) {
    C client =
        builder
            .httpClientBuilder(new HttpClient())
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("priming", "priming")))
            .build();
    clients.add(client);
    return client;
  }

  /**
   * Answers every call with the keys and with the item of the call's subject, if it was put. Each
   * client reads only what it asked for.
   */
  private HttpExecuteResponse respond(HttpExecuteRequest request) throws IOException {
    endpoints.add(request.httpRequest().getUri().resolve("/"));
    ObjectNode response = JSON.createObjectNode().put("SecretString", keys);
    try (InputStream body = request.contentStreamProvider().orElseThrow().newStream()) {
      JsonNode call = JSON.readTree(body);
      if (call.has("Item")) {
        items.put(call.at("/Item/subject"), call.path("Item"));
      }
      JsonNode item = items.get(call.at("/Key/subject"));
      if (item != null) {
        response.set("Item", item);
      }
    }
    return HttpExecuteResponse.builder()
        .response(SdkHttpResponse.builder().statusCode(200).build())
        .responseBody(
            AbortableInputStream.create(new ByteArrayInputStream(JSON.writeValueAsBytes(response))))
        .build();
  }

  /** Answers without a network. It is its own builder. */
  private final class HttpClient implements SdkHttpClient, SdkHttpClient.Builder<HttpClient> {
    @Override
    public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
      return this;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() throws IOException {
          return respond(request);
        }

        @Override
        public void abort() {}
      };
    }

    @Override
    public void close() {}
  }
}
