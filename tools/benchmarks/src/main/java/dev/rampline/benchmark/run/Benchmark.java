package dev.rampline.benchmark.run;

import dev.rampline.benchmark.handler.HandlerBenchmarks;
import dev.rampline.benchmark.report.BenchmarkResult;
import dev.rampline.benchmark.report.Figure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The benchmarks that {@code ./rampline bench} knows. */
enum Benchmark {
  CORE("Verify, decode, and decide, beside java-jwt's verification of the same token") {
    @Override
    List<Figure> measure(HandlerBenchmarks handlers) throws Exception {
      return CoreFigures.measure(CORE_ROUNDS);
    }
  },
  HANDLER("One event after the other, over plain HTTP") {
    @Override
    List<Figure> measure(HandlerBenchmarks handlers) throws Exception {
      return handlers.eventCosts(false, ROUNDS, ORDERS);
    }
  },
  HANDLER_TLS("One event after the other, over TLS") {
    @Override
    List<Figure> measure(HandlerBenchmarks handlers) throws Exception {
      return handlers.eventCosts(true, ROUNDS, ORDERS);
    }
  },
  LOAD("Events that arrive at random times at a fixed rate, over TLS") {
    @Override
    List<Figure> measure(HandlerBenchmarks handlers) throws Exception {
      return handlers.openLoop(List.of(1, 8, 64), EVENTS_PER_SECOND, SECONDS);
    }
  },
  HOT_ORDER("Competing versions of one order") {
    @Override
    List<Figure> measure(HandlerBenchmarks handlers) throws Exception {
      return handlers.hotOrder(List.of(1, 8), EVENTS_OF_SENDER);
    }
  },
  STORES("The lives of orders as fast as possible, on DynamoDB Local and ElasticMQ") {
    @Override
    List<Figure> measure(HandlerBenchmarks handlers) throws Exception {
      return handlers.stores(8, ORDERS);
    }
  },
  COLD_START("The first answer of a new process, over TLS") {
    @Override
    List<Figure> measure(HandlerBenchmarks handlers) throws Exception {
      return handlers.firstAnswer(PROCESSES);
    }
  },
  SUBSCRIBER("The subscriber's start, events of its socket, and the heap of those that wait") {
    @Override
    List<Figure> measure(HandlerBenchmarks handlers) throws Exception {
      return handlers.subscriber(STARTS, SOCKET_EVENTS, BUFFERED);
    }
  };

  private static final int CORE_ROUNDS = 2;
  private static final int ROUNDS = 12;
  private static final int ORDERS = 300;
  private static final int EVENTS_PER_SECOND = 200;
  private static final int SECONDS = 15;
  private static final int EVENTS_OF_SENDER = 1_000;
  private static final int PROCESSES = 5;
  private static final int STARTS = 3;
  private static final int SOCKET_EVENTS = 2_000;
  private static final int BUFFERED = 10_000;

  private final String description;

  Benchmark(String description) {
    this.description = description;
  }

  abstract List<Figure> measure(HandlerBenchmarks handlers) throws Exception;

  static Optional<Benchmark> find(String name) {
    return Stream.of(values()).filter(benchmark -> benchmark.text().equals(name)).findFirst();
  }

  BenchmarkResult run(HandlerBenchmarks handlers) throws Exception {
    return new BenchmarkResult(text(), description, measure(handlers));
  }

  /** Returns the name and the description. */
  String line() {
    return "%-12s %s.".formatted(text(), description);
  }

  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
