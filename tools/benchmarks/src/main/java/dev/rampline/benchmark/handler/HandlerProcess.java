package dev.rampline.benchmark.handler;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampline.benchmark.report.Figure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * The process of a handler. Its environment variables are those of the webhook function in Lambda,
 * so that the handler creates itself. Its standard output is the function's log.
 */
final class HandlerProcess {
  private HandlerProcess() {}

  /**
   * Runs one workload and writes its figures as JSON into the file that the first argument names.
   * The second is the variant, the third the workload, and the others are the workload's.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    ChildProcess.exitWithParent();
    HandlerVariant variant = HandlerVariant.valueOf(arguments[1]);
    List<Figure> figures =
        switch (arguments[2]) {
          case "event-costs" ->
              EventCosts.measure(variant, stub(), number(arguments[3]), number(arguments[4]));
          case "open-loop" ->
              OpenLoop.measure(
                  variant, number(arguments[3]), number(arguments[4]), number(arguments[5]));
          case "hot-order" ->
              HotOrder.measure(variant, stub(), number(arguments[3]), number(arguments[4]));
          case "throughput" ->
              Throughput.measure(variant, number(arguments[3]), number(arguments[4]));
          case "first-answer" -> FirstAnswer.measure(variant, Path.of(arguments[3]));
          case "first-answer-primed" -> FirstAnswer.measurePrimed(variant, Path.of(arguments[3]));
          default -> throw new IllegalArgumentException(arguments[2]);
        };
    new ObjectMapper().writeValue(Path.of(arguments[0]).toFile(), figures);
    System.exit(0);
  }

  private static URI stub() {
    return URI.create(System.getenv("AWS_ENDPOINT_URL"));
  }

  private static int number(String text) {
    return Integer.parseInt(text);
  }
}
