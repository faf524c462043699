package dev.rampline.benchmark.handler;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import dev.rampline.benchmark.report.Figure;
import dev.rampline.function.webhook.GatewayEvent;
import dev.rampline.function.webhook.WebhookHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.crac.Core;

/**
 * Measures the first answer of a process, with the conversions from and to JSON that Lambda makes.
 * It uses no class before that the answer could use.
 */
final class FirstAnswer {
  private static final String SITUATION = "first answer";
  private static final int QUIET_MILLIS = 1_000;
  private static final double NANOS_PER_MILLI = 1e6;

  private FirstAnswer() {}

  /** Measures a handler right after its creation. */
  static List<Figure> measure(HandlerVariant variant, Path event)
      throws IOException, InterruptedException {
    RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler = variant.create();
    return measure(
        variant == HandlerVariant.PRODUCTION ? "not primed" : variant.text(),
        APIGatewayV2HTTPEvent.class,
        it -> handler.handleRequest(it, null),
        event);
  }

  /** Measures the webhook function after the priming that Lambda's snapshot contains. */
  static List<Figure> measurePrimed(HandlerVariant variant, Path event)
      throws IOException, InterruptedException {
    WebhookHandler handler = new WebhookHandler();
    handler.beforeCheckpoint(Core.getGlobalContext());
    return measure(variant.text(), GatewayEvent.class, it -> handler.handle(it, null), event);
  }

  private static <E> List<Figure> measure(
      String variant, Class<E> type, Function<E, APIGatewayV2HTTPResponse> handler, Path event)
      throws IOException, InterruptedException {
    PojoSerializer<E> events = JacksonFactory.getInstance().getSerializer(type);
    PojoSerializer<APIGatewayV2HTTPResponse> responses =
        JacksonFactory.getInstance().getSerializer(APIGatewayV2HTTPResponse.class);
    String json = Files.readString(event);
    System.gc();
    awaitIdleCompiler();
    ProcessCpu.nanos();
    long cpu = ProcessCpu.nanos();
    long start = System.nanoTime();
    APIGatewayV2HTTPResponse response = handler.apply(events.fromJson(json));
    responses.toJson(response, OutputStream.nullOutputStream());
    long time = System.nanoTime() - start;
    cpu = ProcessCpu.nanos() - cpu;
    if (response.getStatusCode() != 200) {
      throw new IllegalStateException("The handler answered " + response.getStatusCode());
    }
    return List.of(
        Figure.of(SITUATION, variant, "CPU", "ms", cpu / NANOS_PER_MILLI),
        Figure.of(SITUATION, variant, "time", "ms", time / NANOS_PER_MILLI));
  }

  /**
   * The snapshot is taken when the compiler is idle. Java does not signal that: it is idle if it
   * has not worked for a while.
   */
  private static void awaitIdleCompiler() throws InterruptedException {
    CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    long before;
    do {
      before = compiler.getTotalCompilationTime();
      Thread.sleep(QUIET_MILLIS);
    } while (compiler.getTotalCompilationTime() != before);
  }
}
