package dev.rampline.benchmark.handler;

import dev.rampline.adapter.aws.Clients;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.subscriber.Subscriber;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;

/** The process of the subscriber, with the environment variables of its container. */
final class SubscriberHost {
  private SubscriberHost() {}

  /** Starts the subscriber and prints the URLs of its health and of its {@link LiveHeap}. */
  public static void main(String[] arguments) throws IOException, GeneralSecurityException {
    ChildProcess.exitWithParent();
    PrintStream log =
        new PrintStream(Files.newOutputStream(Path.of("/dev/null")), false, StandardCharsets.UTF_8);
    Subscriber subscriber =
        Subscriber.start(System.getenv(), Clients.ofEnvironment(), EventLog.of(log));
    URI heap =
        StubServer.start(
            request -> new StubServer.Response(200, LiveHeap.measure().json()), List.of());
    System.out.printf("http://localhost:%d %s%n", subscriber.healthPort(), heap);
    throw new IllegalStateException(subscriber.fatalError().join());
  }
}
