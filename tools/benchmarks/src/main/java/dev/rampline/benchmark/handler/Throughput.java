package dev.rampline.benchmark.handler;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.rampline.benchmark.report.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/** Sends the life of many orders as fast as several senders can. */
final class Throughput {
  private static final List<OrderStep> STEPS =
      List.of(OrderStep.CREATED, OrderStep.PROCESSING, OrderStep.COMPLETED);

  private Throughput() {}

  /**
   * Measures a handler that the senders share.
   *
   * @param orders orders of each sender, after twice as many: the stores are compiled late
   */
  static List<Figure> measure(HandlerVariant variant, int senders, int orders)
      throws InterruptedException {
    RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler = variant.create();
    List<Sender> all = IntStream.range(0, senders).mapToObj(any -> new Sender(handler)).toList();
    run(all, "warm-up", 2 * orders);
    all.forEach(Sender::takeLatencies);
    long cpu = ProcessCpu.nanos();
    double seconds = run(all, "measured", orders);
    double millis = (ProcessCpu.nanos() - cpu) / 1e6;
    Histogram latencies = all.getFirst().takeLatencies();
    all.stream().skip(1).forEach(sender -> latencies.add(sender.takeLatencies()));
    double events = latencies.getTotalCount();
    String situation = Senders.text(senders);
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.of(situation, variant.text(), "events", "/s", events / seconds));
    figures.add(Figure.of(situation, variant.text(), Figure.CPU, "ms", millis / events));
    figures.addAll(LatencyFigures.of(situation, variant, latencies));
    return figures;
  }

  /** Returns the seconds that it took. */
  private static double run(List<Sender> senders, String name, int orders)
      throws InterruptedException {
    List<List<APIGatewayV2HTTPEvent>> deliveries =
        IntStream.range(0, senders.size())
            .mapToObj(
                sender ->
                    IntStream.range(0, orders)
                        .mapToObj(order -> "%s-%d-%d".formatted(name, sender, order))
                        .flatMap(order -> STEPS.stream().map(step -> step.of(order)))
                        .toList())
            .toList();
    long start = System.nanoTime();
    Senders.run(
        senders.size(), number -> deliveries.get(number).forEach(senders.get(number)::send));
    return (System.nanoTime() - start) / 1e9;
  }
}
