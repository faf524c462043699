package dev.rampline.benchmark.handler;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.rampline.benchmark.report.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * Sends events at a rate that does not depend on the answers. They arrive at random times; the
 * latency of an event counts from its arrival, so that it contains the time in which its sender was
 * still busy with an earlier one. A quarter of the events are duplicates.
 */
final class OpenLoop {
  private static final List<OrderStep> STEPS =
      List.of(OrderStep.CREATED, OrderStep.PROCESSING, OrderStep.PROCESSING, OrderStep.COMPLETED);
  private static final double NANOS_PER_MILLI = 1e6;

  private OpenLoop() {}

  /**
   * Measures a handler that several senders share.
   *
   * @param rate events per second of all senders together
   * @param seconds for how long, after a warm-up as long as that
   */
  static List<Figure> measure(HandlerVariant variant, int senders, int rate, int seconds)
      throws InterruptedException {
    RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler = variant.create();
    int events = rate * seconds / senders / STEPS.size() * STEPS.size();
    List<Sender> all = IntStream.range(0, senders).mapToObj(any -> new Sender(handler)).toList();
    run(all, "warm-up", rate, events);
    all.forEach(Sender::takeLatencies);
    System.gc();
    long cpu = run(all, "measured", rate, events);
    Histogram latencies = all.getFirst().takeLatencies();
    all.stream().skip(1).forEach(sender -> latencies.add(sender.takeLatencies()));
    String situation = "%s, %d events/s".formatted(Senders.text(senders), rate);
    List<Figure> figures = new ArrayList<>();
    figures.add(
        Figure.of(
            situation,
            variant.text(),
            Figure.CPU,
            "ms",
            cpu / NANOS_PER_MILLI / latencies.getTotalCount()));
    figures.addAll(LatencyFigures.of(situation, variant, latencies));
    return figures;
  }

  /** Returns the CPU time from the first arrival to the last answer. */
  private static long run(List<Sender> senders, String name, int rate, int events)
      throws InterruptedException {
    List<List<APIGatewayV2HTTPEvent>> deliveries =
        IntStream.range(0, senders.size())
            .mapToObj(sender -> deliveries(name + "-" + sender, events))
            .toList();
    double gap = TimeUnit.SECONDS.toNanos(1) * (double) senders.size() / rate;
    long cpu = ProcessCpu.nanos();
    long start = System.nanoTime();
    Senders.run(
        senders.size(),
        number -> {
          SplittableRandom random = new SplittableRandom(number);
          double arrival = start;
          for (APIGatewayV2HTTPEvent event : deliveries.get(number)) {
            arrival += random.nextExponential() * gap;
            await((long) arrival);
            senders.get(number).send(event, (long) arrival);
          }
        });
    return ProcessCpu.nanos() - cpu;
  }

  private static List<APIGatewayV2HTTPEvent> deliveries(String name, int events) {
    return IntStream.range(0, events)
        .mapToObj(
            event ->
                STEPS.get(event % STEPS.size()).of("%s-%d".formatted(name, event / STEPS.size())))
        .toList();
  }

  private static void await(long time) {
    for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
