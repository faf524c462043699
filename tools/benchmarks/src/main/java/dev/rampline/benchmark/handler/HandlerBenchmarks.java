package dev.rampline.benchmark.handler;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampline.benchmark.report.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs handlers in processes of their own and returns the figures. */
public final class HandlerBenchmarks implements AutoCloseable {
  /**
   * The compiler and the memory of the function in Lambda. There, an instance handles one event at
   * a time; here, Java's limit of five kept connections must not slow down several senders.
   */
  private static final List<String> LAMBDA =
      List.of(
          "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-Dhttp.maxConnections=64");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder = Files.createTempDirectory("rampline-bench");

  /** Creates a temporary folder for the files of the processes. */
  public HandlerBenchmarks() throws IOException {}

  /**
   * Measures one event at a time.
   *
   * @param orders orders in a round
   */
  public List<Figure> eventCosts(boolean tls, int rounds, int orders)
      throws IOException, InterruptedException {
    List<Figure> figures = new ArrayList<>();
    for (HandlerVariant variant : HandlerVariant.values()) {
      figures.addAll(eventCosts(variant, tls, rounds, orders));
    }
    return figures;
  }

  List<Figure> eventCosts(HandlerVariant variant, boolean tls, int rounds, int orders)
      throws IOException, InterruptedException {
    try (AwsTarget stub = stub(tls)) {
      return run(stub, variant, "event-costs", rounds, orders);
    }
  }

  /**
   * Measures latencies at a fixed rate of events.
   *
   * @param rate events per second
   */
  public List<Figure> openLoop(List<Integer> senders, int rate, int seconds)
      throws IOException, InterruptedException {
    List<Figure> figures = new ArrayList<>();
    for (int count : senders) {
      for (HandlerVariant variant : List.of(HandlerVariant.PRODUCTION, HandlerVariant.USUAL)) {
        try (AwsTarget stub = stub(true)) {
          figures.addAll(run(stub, variant, "open-loop", count, rate, seconds));
        }
      }
    }
    return figures;
  }

  /**
   * Measures instances that compete for one order.
   *
   * @param events events of each sender
   */
  public List<Figure> hotOrder(List<Integer> senders, int events)
      throws IOException, InterruptedException {
    List<Figure> figures = new ArrayList<>();
    for (int count : senders) {
      try (AwsTarget stub = stub(false)) {
        figures.addAll(run(stub, HandlerVariant.PRODUCTION, "hot-order", count, events));
      }
    }
    return figures;
  }

  /**
   * Measures events per second on the embedded stores.
   *
   * @param orders orders of each sender
   */
  public List<Figure> stores(int senders, int orders) throws IOException, InterruptedException {
    List<Figure> figures = new ArrayList<>();
    for (HandlerVariant variant : List.of(HandlerVariant.PRODUCTION, HandlerVariant.USUAL)) {
      try (AwsTarget stores = AwsTarget.stores()) {
        figures.addAll(run(stores, variant, "throughput", senders, orders));
      }
    }
    return figures;
  }

  /**
   * Measures the first answer of new processes.
   *
   * @param processes how many of each variant
   */
  public List<Figure> firstAnswer(int processes) throws IOException, InterruptedException {
    Path event = folder.resolve("event.json");
    Files.writeString(event, gatewayEvent());
    List<Figure> figures = new ArrayList<>();
    figures.addAll(
        firstAnswers(processes, HandlerVariant.PRODUCTION, "first-answer-primed", event));
    for (HandlerVariant variant : HandlerVariant.values()) {
      figures.addAll(firstAnswers(processes, variant, "first-answer", event));
    }
    return figures;
  }

  private List<Figure> firstAnswers(
      int processes, HandlerVariant variant, String workload, Path event)
      throws IOException, InterruptedException {
    List<List<Figure>> runs = new ArrayList<>();
    for (int process = 0; process < processes; process++) {
      try (AwsTarget stub = stub(true)) {
        runs.add(run(stub, variant, workload, event));
      }
    }
    return Figure.medians(runs);
  }

  private AwsTarget stub(boolean tls) throws IOException, InterruptedException {
    return tls ? AwsTarget.stub(TlsFiles.keyStore(folder)) : AwsTarget.stub();
  }

  private List<Figure> run(
      AwsTarget target, HandlerVariant variant, String workload, Object... numbers)
      throws IOException, InterruptedException {
    System.err.printf("  %s of the variant %s%n", workload, variant.text());
    Path result = folder.resolve("figures.json");
    List<String> options = Stream.of(LAMBDA, target.options()).flatMap(List::stream).toList();
    String[] arguments =
        Stream.concat(
                Stream.of(result.toString(), variant.name(), workload),
                Stream.of(numbers).map(Object::toString))
            .toArray(String[]::new);
    try (ChildProcess process =
        ChildProcess.task(options, target.environment(), HandlerProcess.class, arguments)) {
      process.awaitSuccess();
    }
    return JSON.readValue(result.toFile(), new TypeReference<>() {});
  }

  private static String gatewayEvent() throws IOException {
    return """
        {"version": "2.0", "routeKey": "POST /webhooks/ozzobit", "rawPath": "/webhooks/ozzobit",
         "headers": {"content-type": "application/json"},
         "requestContext": {"http": {"method": "POST", "path": "/webhooks/ozzobit"}},
         "body": %s, "isBase64Encoded": false}
        """
        .formatted(JSON.writeValueAsString(OrderStep.CREATED.body("first-order")));
  }

  /** Deletes the files. */
  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
