package dev.rampline.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rampline.json.Json;
import dev.rampline.json.JsonObjectBuilder;
import dev.rampline.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;

/**
 * An AWS endpoint on loopback with scripted responses. It keeps the requests. The parameters of the
 * query protocol, which SNS has, are texts.
 */
public final class ScriptedAws implements AutoCloseable {
  private final Deque<ScriptedResponse> responses = new ArrayDeque<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final HttpServer server;
  private ScriptedResponse otherwise = _ -> new Response(200, "{}");

  /** Opens an endpoint that answers everything with an empty object until it gets a script. */
  public ScriptedAws() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    server.setExecutor(threads);
    server.createContext("/", this::respond);
    server.start();
  }

  /**
   * A request.
   *
   * @param operation the API operation, such as {@code GetItem}
   * @param body the parameters
   */
  public record Request(String operation, Json.Obj body) {
    /** Returns a parameter as it was sent. */
    public Json parameter(String name) {
      return body.get(name).orElse(new Json.Null());
    }

    /** Returns a text parameter. */
    public String text(String name) {
      return parameter(name) instanceof Json.Text(String text) ? text : "";
    }

    /** Returns the objects of a list parameter. */
    public List<Json.Obj> list(String name) {
      return parameter(name) instanceof Json.Arr(List<Json> items)
          ? items.stream().map(Json.Obj.class::cast).toList()
          : List.of();
    }
  }

  /**
   * A response.
   *
   * @param status the HTTP status
   * @param json the body, also of XML
   */
  public record Response(int status, String json) {
    /** Returns an error of the request with that code. */
    public static Response error(String code) {
      return new Response(
          400, "{\"__type\":\"com.amazonaws#%s\",\"message\":\"canary\"}".formatted(code));
    }
  }

  /** Responds to a request. */
  public interface ScriptedResponse {
    /** Returns the response. */
    Response to(Request request) throws IOException;
  }

  /** Adds the response to the next request. */
  public ScriptedAws then(ScriptedResponse response) {
    responses.add(response);
    return this;
  }

  /** Adds an error as response to the next request. */
  public ScriptedAws thenError(String code) {
    return then(_ -> Response.error(code));
  }

  /** Leaves the next request without response until this endpoint is closed. */
  public ScriptedAws thenNothing() {
    return then(
        _ -> {
          try {
            closed.await();
          } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
          }
          throw new IOException("Closed");
        });
  }

  /** Sets the response to all requests without their own. */
  public ScriptedAws otherwise(ScriptedResponse response) {
    otherwise = response;
    return this;
  }

  /** Returns an AWS whose services are all at this endpoint. */
  public AwsUnderTest aws() {
    return AwsUnderTest.at(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  /** Configures a client that repeats no call, so that a test sees the first response. */
  public static <B extends AwsClientBuilder<B, ?>> B withoutRetries(B builder) {
    return builder.overrideConfiguration(
        builder.overrideConfiguration().toBuilder()
            .retryStrategy(AwsRetryStrategy.doNotRetry())
            .build());
  }

  /** Returns the requests so far. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Returns the operations of the requests so far. */
  public List<String> operations() {
    return requests.stream().map(Request::operation).toList();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void respond(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request = read(exchange);
      requests.add(request);
      Response response = next().to(request);
      byte[] bytes = response.json().getBytes(UTF_8);
      exchange
          .getResponseHeaders()
          .set(
              "Content-Type",
              response.json().startsWith("<") ? "text/xml" : "application/x-amz-json-1.0");
      exchange.sendResponseHeaders(response.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static Request read(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (target != null) {
      return new Request(
          target.substring(target.indexOf('.') + 1),
          (Json.Obj) JsonReader.read(body).orElseThrow());
    }
    JsonObjectBuilder parameters = new JsonObjectBuilder();
    for (String parameter : new String(body, UTF_8).split("&", -1)) {
      String[] part = parameter.split("=", 2);
      parameters.with(part[0], URLDecoder.decode(part[1], UTF_8));
    }
    Request query = new Request("", parameters.build());
    return new Request(query.text("Action"), query.body());
  }

  private synchronized ScriptedResponse next() {
    return responses.isEmpty() ? otherwise : responses.pop();
  }
}
