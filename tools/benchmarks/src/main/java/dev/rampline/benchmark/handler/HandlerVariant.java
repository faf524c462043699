package dev.rampline.benchmark.handler;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.rampline.benchmark.report.Figure;
import dev.rampline.function.webhook.WebhookHandler;
import java.util.List;

/** The handler that is measured, and what it is compared with. */
enum HandlerVariant {
  /** The webhook function. */
  PRODUCTION(Figure.PRODUCTION, WebhookHandler.class, 1),
  /** The webhook function without the restriction to the first compiler. */
  BOTH_COMPILERS("both compilers", WebhookHandler.class, 4),
  /** The same task in the usual way. */
  USUAL("usual way", UsualHandler.class, 1),
  /** A handler that only answers. */
  EMPTY("empty", EmptyHandler.class, 1);

  private final String text;
  private final Class<? extends RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>>
      type;

  private final int compilationLevel;

  HandlerVariant(
      String text,
      Class<? extends RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> type,
      int compilationLevel) {
    this.text = text;
    this.type = type;
    this.compilationLevel = compilationLevel;
  }

  String text() {
    return text;
  }

  /** Returns the options of its process. */
  List<String> options() {
    return List.of("-XX:TieredStopAtLevel=" + compilationLevel);
  }

  Class<?> type() {
    return type;
  }

  /** Creates a handler as Lambda does: without arguments, from the environment variables. */
  RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> create() {
    try {
      return type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException("Cannot create " + type, failure);
    }
  }
}
