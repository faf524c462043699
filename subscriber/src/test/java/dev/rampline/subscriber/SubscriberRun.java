package dev.rampline.subscriber;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The subscriber in a process of its own, with only the given environment variables. */
public final class SubscriberRun implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final CompletableFuture<String> output;
  private final int healthPort;

  private SubscriberRun(Process process, int healthPort) {
    this.process = process;
    this.healthPort = healthPort;
    this.output = CompletableFuture.supplyAsync(() -> text(process));
  }

  /** Starts the subscriber. */
  public static SubscriberRun of(Map<String, String> variables) throws IOException {
    return of(Main.class.getName(), variables);
  }

  static SubscriberRun of(String main, Map<String, String> variables) throws IOException {
    Map<String, String> environment = new HashMap<>(variables);
    environment.putIfAbsent("RAMPLINE_HEALTH_PORT", Integer.toString(freePort()));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return new SubscriberRun(
        builder.start(), Integer.parseInt(environment.get("RAMPLINE_HEALTH_PORT")));
  }

  /** Waits until a health endpoint returns a status code. */
  public void awaitHealth(String path, int status) {
    await()
        .atMost(TIMEOUT)
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> health(path).statusCode() == status);
  }

  /** Waits until the readiness endpoint returns a body. */
  void awaitReadiness(String body) {
    await().atMost(TIMEOUT).until(() -> health("/health/ready").body().equals(body));
  }

  /** Calls a health endpoint. */
  public HttpResponse<String> health(String path) throws IOException, InterruptedException {
    URI url = URI.create("http://127.0.0.1:%d%s".formatted(healthPort, path));
    return http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
  }

  /** Sends SIGTERM and keeps reading the output, which {@link Process#destroy} would not. */
  public void terminate() {
    process.toHandle().destroy();
  }

  /** Waits for the process to end; returns the exit code. */
  public int awaitExit() throws InterruptedException {
    if (!process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("The subscriber did not exit in time");
    }
    return process.exitValue();
  }

  /** Waits for the process to end; returns its output. */
  public String output() {
    return output.join();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    http.close();
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    }
  }

  private static String text(Process process) {
    try {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException closed) {
      return "";
    }
  }
}
