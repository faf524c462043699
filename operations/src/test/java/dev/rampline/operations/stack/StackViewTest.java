package dev.rampline.operations.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rampline.resources.LedgerTable;
import dev.rampline.resources.QueuePlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StackViewTest {
  private static final String STACK =
      """
      <DescribeStacksResponse><DescribeStacksResult><Stacks><member>
      <StackName>mine</StackName><StackStatus>CREATE_COMPLETE</StackStatus>
      <Parameters><member><ParameterKey>Environment</ParameterKey>
      <ParameterValue>staging</ParameterValue></member></Parameters>
      </member></Stacks></DescribeStacksResult></DescribeStacksResponse>""";

  private final HttpServer aws =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

  StackViewTest() throws IOException {
    aws.createContext("/", StackViewTest::respond);
    aws.start();
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }

  @AfterEach
  void stop() {
    aws.stop(0);
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  @Test
  void resourcesOfNestedStacks_areRead() {
    StackView stack = read();

    assertThat(stack.ofType("AWS::CloudWatch::Alarm")).containsExactly("mine-conflicts");
    assertThat(stack.resource("ConflictsAlarm")).contains("mine-conflicts");
    assertThat(stack.resource("Failed")).as("it was not created").isEmpty();
  }

  @Test
  void names_areThoseOfTheStack_elseTheDefaults() {
    StackView stack = read();

    assertThat(stack.queueName(QueuePlan.RETRY)).isEqualTo("mine-retry");
    assertThat(stack.queueName(QueuePlan.EVENTS)).isEqualTo(QueuePlan.EVENTS.queueName());
    assertThat(stack.ledgerTable()).isEqualTo(LedgerTable.NAME);
    assertThat(stack.parameter("Environment")).isEqualTo("staging");
    assertThat(stack.parameter("Other")).isEmpty();
  }

  private StackView read() {
    URI url = URI.create("http://127.0.0.1:" + aws.getAddress().getPort());
    return StackAccess.of(
            "mine", new AwsAccess(Optional.of("us-east-1"), Optional.of(url), Optional.empty()))
        .view();
  }

  private static void respond(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      byte[] answer = answer(body).getBytes(UTF_8);
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private static String answer(String body) {
    if (body.startsWith("Action=DescribeStacks")) {
      return STACK;
    }
    return body.contains("StackName=mine")
        ? resources(
            resource("RetryQueue", "https://sqs/1/mine-retry", "AWS::SQS::Queue")
                + resource("Alarms", "arn:nested", "AWS::CloudFormation::Stack")
                + "<member><LogicalResourceId>Failed</LogicalResourceId>"
                + "<ResourceType>AWS::SQS::Queue</ResourceType></member>")
        : resources(resource("ConflictsAlarm", "mine-conflicts", "AWS::CloudWatch::Alarm"));
  }

  private static String resources(String members) {
    return "<ListStackResourcesResponse><ListStackResourcesResult><StackResourceSummaries>"
        + members
        + "</StackResourceSummaries></ListStackResourcesResult></ListStackResourcesResponse>";
  }

  private static String resource(String logicalId, String physicalId, String type) {
    return """
        <member><LogicalResourceId>%s</LogicalResourceId>
        <PhysicalResourceId>%s</PhysicalResourceId><ResourceType>%s</ResourceType></member>"""
        .formatted(logicalId, physicalId, type);
  }
}
