package dev.rampline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rampline.cli.terminal.JsonLines;
import dev.rampline.resources.LedgerTable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * CloudFormation and Secrets Manager over HTTP on loopback, with a stack of any name whose table
 * and queues have the default names. LocalStack runs the commands on a stack of the template.
 */
final class StackEndpoint implements AutoCloseable {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final HttpServer server;
  private final Map<String, String> answers;

  /**
   * @param providerUrl the value of the parameter ProviderUrl
   * @param eventsQueue the URL of the events queue
   * @param keys the content of both secrets
   */
  StackEndpoint(URI providerUrl, URI eventsQueue, String keys) throws IOException {
    Map<String, String> resources =
        Map.of(
            "Ledger",
            LedgerTable.NAME,
            "EventsQueue",
            eventsQueue.toString(),
            "Keys",
            "keys",
            "ApiCredentials",
            "api");
    answers =
        Map.of(
            "DescribeStacks",
            result(
                "DescribeStacks",
                "<Stacks><member><StackName>s</StackName><StackStatus>CREATE_COMPLETE</StackStatus>"
                    + "<Parameters>"
                    + member("ParameterKey", "ProviderUrl", "ParameterValue", providerUrl)
                    + member("ParameterKey", "Environment", "ParameterValue", "staging")
                    + "</Parameters></member></Stacks>"),
            "ListStackResources",
            result(
                "ListStackResources",
                resources.entrySet().stream()
                    .map(
                        it ->
                            member(
                                "LogicalResourceId",
                                it.getKey(),
                                "PhysicalResourceId",
                                it.getValue()))
                    .collect(
                        Collectors.joining(
                            "", "<StackResourceSummaries>", "</StackResourceSummaries>"))),
            "GetSecretValue",
            JsonLines.object()
                .put("Name", "s")
                .put("VersionId", "v1")
                .put("SecretString", keys)
                .toString());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::respond);
    server.start();
  }

  private static String result(String operation, String content) {
    return "<%1$sResponse><%1$sResult>%2$s</%1$sResult></%1$sResponse>"
        .formatted(operation, content);
  }

  private static String member(String nameOfKey, String key, String nameOfValue, Object value) {
    return "<member><%1$s>%2$s</%1$s><%3$s>%4$s</%3$s><ResourceType>X</ResourceType></member>"
        .formatted(nameOfKey, key, nameOfValue, value);
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void respond(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      boolean isForm = exchange.getRequestHeaders().getFirst("Content-Type").startsWith(FORM);
      String operation = isForm ? body.replaceFirst("Action=(\\w+).*", "$1") : "GetSecretValue";
      byte[] answer = answers.getOrDefault(operation, "").getBytes(UTF_8);
      exchange.sendResponseHeaders(answer.length == 0 ? 400 : 200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
