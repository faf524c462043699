package dev.rampline.benchmark.handler;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.rampline.benchmark.report.Figure;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * Sends one event after the other and measures CPU time, latency and calls for each kind. Every
 * round has its own orders; the first third of the rounds warms up.
 */
final class EventCosts {
  private static final double NANOS_PER_MILLI = 1e6;

  private final HandlerVariant variant;
  private final URI stub;
  private final int orders;
  private final Sender sender;
  private final Sender elsewhere;
  private final Map<EventKind, List<Round>> rounds = new EnumMap<>(EventKind.class);

  private EventCosts(HandlerVariant variant, URI stub, int orders) {
    this.variant = variant;
    this.stub = stub;
    this.orders = orders;
    this.sender = new Sender(variant.create());
    this.elsewhere = new Sender(variant.create());
  }

  private record Round(double cpuMillis, double calls, Histogram latencies) {}

  /**
   * Measures a handler.
   *
   * @param orders orders in a round; fewer than the handler remembers
   */
  static List<Figure> measure(HandlerVariant variant, URI stub, int rounds, int orders) {
    EventCosts costs = new EventCosts(variant, stub, orders);
    for (int round = 0; round < rounds; round++) {
      for (EventKind kind : EventKind.values()) {
        Round measured = costs.measure(kind, round);
        if (round >= rounds / 3) {
          costs.rounds.computeIfAbsent(kind, any -> new ArrayList<>()).add(measured);
        }
      }
    }
    return costs.figures();
  }

  private Round measure(EventKind kind, int round) {
    List<APIGatewayV2HTTPEvent> events =
        IntStream.range(0, orders)
            .mapToObj(order -> kind.step().of("order-%d-%d".formatted(round, order)))
            .toList();
    Sender chosen = kind.isElsewhere() ? elsewhere : sender;
    StubCalls before = StubCalls.read(stub);
    System.gc();
    long cpu = ProcessCpu.nanos();
    events.forEach(chosen::send);
    cpu = ProcessCpu.nanos() - cpu;
    StubCalls calls = StubCalls.read(stub).minus(before);
    return new Round(
        cpu / NANOS_PER_MILLI / orders, (double) calls.all() / orders, chosen.takeLatencies());
  }

  private List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    rounds.forEach(
        (kind, measured) -> {
          double[] cpu = measured.stream().mapToDouble(Round::cpuMillis).toArray();
          double[] calls = measured.stream().mapToDouble(Round::calls).toArray();
          Histogram latencies = new Histogram(measured.getFirst().latencies());
          measured.forEach(round -> latencies.add(round.latencies()));
          figures.add(Figure.median(kind.text(), variant.text(), Figure.CPU, "ms", cpu));
          figures.addAll(LatencyFigures.of(kind.text(), variant, latencies));
          figures.add(Figure.median(kind.text(), variant.text(), Figure.CALLS, "", calls));
        });
    return figures;
  }
}
