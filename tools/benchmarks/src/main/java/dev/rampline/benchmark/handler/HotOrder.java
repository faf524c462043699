package dev.rampline.benchmark.handler;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.rampline.benchmark.report.Figure;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * Several instances of the function that receive competing versions of one order at the same time,
 * as fast as they can. Every write but one of those that begin together loses and is decided again.
 */
final class HotOrder {
  private static final String ORDER = "hot-order";

  private HotOrder() {}

  /** Measures the production handler, of which each sender has an instance, as in Lambda. */
  static List<Figure> measure(HandlerVariant variant, URI stub, int senders, int events)
      throws InterruptedException {
    List<Sender> all =
        IntStream.range(0, senders).mapToObj(any -> new Sender(variant.create())).toList();
    all.getFirst().send(OrderStep.CREATED.of(ORDER));
    run(all, 0, events / 2);
    all.forEach(Sender::takeLatencies);
    StubCalls before = StubCalls.read(stub);
    long start = System.nanoTime();
    run(all, events / 2, events);
    double seconds = (System.nanoTime() - start) / 1e9;
    StubCalls calls = StubCalls.read(stub).minus(before);
    Histogram latencies = all.getFirst().takeLatencies();
    all.stream().skip(1).forEach(sender -> latencies.add(sender.takeLatencies()));
    double sent = latencies.getTotalCount();
    String situation = Senders.text(senders);
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.of(situation, variant.text(), "events", "/s", sent / seconds));
    figures.add(
        Figure.of(
            situation,
            variant.text(),
            "lost races per event",
            "",
            calls.failedConditions() / sent));
    figures.add(Figure.of(situation, variant.text(), Figure.CALLS, "", calls.all() / sent));
    figures.addAll(LatencyFigures.of(situation, variant, latencies));
    return figures;
  }

  /** Sends the versions in turn, so that those of all senders are close to each other. */
  private static void run(List<Sender> senders, int from, int to) throws InterruptedException {
    List<List<APIGatewayV2HTTPEvent>> versions =
        IntStream.range(0, senders.size())
            .mapToObj(
                sender ->
                    IntStream.range(from, to)
                        .mapToObj(
                            version ->
                                OrderStep.PROCESSING.version(
                                    ORDER, version * senders.size() + sender))
                        .toList())
            .toList();
    Senders.run(senders.size(), number -> versions.get(number).forEach(senders.get(number)::send));
  }
}
