package dev.rampline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenCommandTest {
  private static final int USUAL_PORT = 8081;
  private static final String STREAM =
      """
      event: hello
      data: {"now":"2026-03-01T12:00:00Z"}

      event: events
      data: {"dropped":0,"events":[%s,%s]}

      : a heartbeat

      event: channels
      data: {"events":[]}

      event: events
      data: {"dropped":7,"events":[%s]}

      """
          .formatted(
              event("completed", "state-changed", "webhook", "order/one"),
              event("failed", "conflict", "api", "order/two"),
              "{\"at\":\"2026-03-01T12:00:01Z\",\"decision\":\"rejected\",\"channel\":\"webhook\","
                  + "\"status\":401,\"reason\":\"no-key-fits\\u001b[2J\"}");

  private final AtomicInteger connections = new AtomicInteger();
  private final HttpServer inspector = start();

  private HttpServer start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), freePort()), 0);
      server.createContext(
          "/api/stream",
          exchange -> {
            connections.incrementAndGet();
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(STREAM.getBytes(UTF_8));
            exchange.close();
          });
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return server;
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static int freePort() {
    return USUAL_PORT + FreeOffset.find();
  }

  @AfterEach
  void stop() {
    inspector.stop(0);
  }

  @Test
  void everyEvent_isALine() {
    CommandRun run = listen("--limit", "3");

    assertThat(run.code()).isZero();
    assertThat(run.out().lines())
        .hasSize(4)
        .allMatch(line -> line.length() <= 80)
        .anyMatch(line -> line.matches("..:..:..  completed +state-changed +webhook  order/one"))
        .anyMatch(line -> line.matches("..:..:..  failed +conflict +api +order/two"))
        .anyMatch(line -> line.matches("..:..:..  - +rejected +webhook  401  no-key-fits\\?\\[2J"));
    assertThat(run.err())
        .isEqualToIgnoringNewLines("7 events were dropped because they arrived too fast.");
  }

  @ParameterizedTest
  @CsvSource({
    "--state completed,order/one",
    "--decision Conflict,order/two",
    "--channel api,order/two",
    "--id tw,order/two",
    "--rejected,no-key-fits"
  })
  void filter_selectsEvents(String filter, String shown) {
    List<String> arguments = new ArrayList<>(List.of("--json", "--limit", "1"));
    arguments.addAll(List.of(filter.split(" ")));
    CommandRun run = listen(arguments.toArray(String[]::new));

    assertThat(run.out()).hasLineCount(1).startsWith("{\"at\":").contains(shown);
  }

  @Test
  void inspectorThatStops_isConnectedAgain() {
    CommandRun run = listen("--id", "order/one", "--limit", "2");

    assertThat(run.code()).isZero();
    assertThat(connections).hasValue(2);
    assertThat(run.err()).containsSubsequence("has stopped; waiting", "is running again");
  }

  @Test
  void missingInspector_isReportedInOneLineWithARemedy() {
    inspector.stop(0);

    CommandRun run = listen();
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).hasLineCount(1).contains("Start `./rampline dev` first", "--port-offset");
  }

  @Test
  void misspelledState_suggestsASimilarOne() {
    CommandRun run = listen("--state", "complted");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("unknown state complted; did you mean completed?");
  }

  private CommandRun listen(String... more) {
    int offset = inspector.getAddress().getPort() - USUAL_PORT;
    List<String> arguments =
        new ArrayList<>(List.of("listen", "--port-offset", Integer.toString(offset)));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private static String event(String state, String decision, String channel, String subject) {
    return """
        {"at":"2026-03-01T12:00:00Z","state":"%s","decision":"%s","channel":"%s","subject":"%s"}\
        """
        .formatted(state, decision, channel, subject);
  }
}
