package dev.rampline.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.resources.LedgerTable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The stores refuse what a web page in a browser on this machine can send. */
class ForeignPageTest {
  private static final String PURGE = "Action=PurgeQueue";
  private static final String SCAN = "{\"TableName\":\"" + LedgerTable.NAME + "\"}";
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
  private static final String CALL =
      "Content-Type: application/x-amz-json-1.0\r\nAuthorization: AWS4-HMAC-SHA256"
          + " Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host,"
          + " Signature=0\r\nX-Amz-Target: DynamoDB_20120810.";

  private EmbeddedDynamoDb dynamoDb;
  private EmbeddedSqs sqs;
  private DynamoDbClient tables;
  private SqsClient queues;
  private URI queue;

  @BeforeEach
  void start() {
    dynamoDb = EmbeddedDynamoDb.start(0);
    tables = LocalClients.dynamoDb(dynamoDb.endpoint());
    LedgerTable.create(tables);
    Map<String, AttributeValue> item = Map.of("subject", AttributeValue.fromS("order/canary"));
    tables.putItem(put -> put.tableName(LedgerTable.NAME).item(item));
    sqs = EmbeddedSqs.start(0);
    queues = LocalClients.sqs(sqs.endpoint());
    queue = EmbeddedQueues.create(queues).retry();
    queues.sendMessage(message -> message.queueUrl(queue.toString()).messageBody("canary"));
  }

  @AfterEach
  void stop() {
    tables.close();
    dynamoDb.close();
    queues.close();
    sqs.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: evil.example:%d",
        "Host: evil.example",
        "Host: 127.0.0.1.evil.example:%d",
        "Host: 127.0.0.1:%d\r\nOrigin: http://evil.example",
        "Host: 127.0.0.1:%d\r\nOrigin: http://127.0.0.1:1",
        "Host: 127.0.0.1:%d\r\nOrigin: null",
        "Host: 127.0.0.1:%d\r\nSec-Fetch-Site: cross-site",
      })
  void foreignPage_isRefused_andChangesNothing(String headers) throws IOException {
    assertThat(scan(headers)).startsWith("HTTP/1.1 403 ").doesNotContain("canary");
    assertThat(call("DeleteTable", headers)).startsWith("HTTP/1.1 403 ");
    assertThat(purge(headers)).startsWith("HTTP/1.1 403 ");

    assertThat(tables.scan(all -> all.tableName(LedgerTable.NAME)).items()).hasSize(1);
    assertThat(queues.receiveMessage(from -> from.queueUrl(queue.toString())).messages())
        .hasSize(1);
  }

  /** A browser sends an image's request without an origin. */
  @Test
  void imageOfAPage_isRefused_andChangesNothing() throws IOException {
    String answer =
        request(sqs.endpoint(), "GET " + queue.getPath() + "?" + PURGE, "Host: 127.0.0.1:%d", "");

    assertThat(answer).startsWith("HTTP/1.1 403 ");
    assertThat(queues.receiveMessage(from -> from.queueUrl(queue.toString())).messages())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: 127.0.0.1:%d",
        "Host: LOCALHOST:%d",
        "Host: [::1]:%d",
        "Host: host.docker.internal:%d",
        "Host: 127.0.0.1:%1$d\r\nOrigin: http://127.0.0.1:%1$d",
        "Host: 127.0.0.1:%d\r\nSec-Fetch-Site: same-origin",
      })
  void program_isAnswered(String headers) throws IOException {
    assertThat(scan(headers)).startsWith("HTTP/1.1 200 ").contains("canary");
    assertThat(purge(headers)).startsWith("HTTP/1.1 200 ");
    assertThat(queues.receiveMessage(from -> from.queueUrl(queue.toString())).messages()).isEmpty();
  }

  @Test
  void refusedRequest_leavesItsConnectionUsable() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sqs.endpoint().getPort())) {
      write(socket, "POST /", "Host: evil.example\r\n" + FORM, "Action=ListQueues", "keep-alive");
      write(socket, "POST /", "Host: 127.0.0.1\r\n" + FORM, "Action=ListQueues", "close");

      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 403 ")
          .contains("HTTP/1.1 200 ");
    }
  }

  private String scan(String headers) throws IOException {
    return call("Scan", headers);
  }

  private String call(String action, String headers) throws IOException {
    return request(dynamoDb.endpoint(), "POST /", headers + "\r\n" + CALL + action, SCAN);
  }

  private String purge(String headers) throws IOException {
    return request(sqs.endpoint(), "POST " + queue.getPath(), headers + "\r\n" + FORM, PURGE);
  }

  /** Uses a raw socket, because HTTP clients do not allow these headers. */
  private static String request(URI store, String line, String headers, String body)
      throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), store.getPort())) {
      write(socket, line, headers.formatted(store.getPort()), body, "close");
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private static void write(
      Socket socket, String line, String headers, String body, String connection)
      throws IOException {
    String request =
        "%s HTTP/1.1\r\n%s\r\nConnection: %s\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(line, headers, connection, body.length(), body);
    socket.getOutputStream().write(request.getBytes(UTF_8));
  }
}
