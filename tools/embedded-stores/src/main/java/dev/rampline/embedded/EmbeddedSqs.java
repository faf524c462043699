package dev.rampline.embedded;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.URI;
import org.apache.pekko.actor.ActorSystem;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;

/**
 * ElasticMQ, an in-memory SQS with FIFO queues and deduplication. It refuses requests of web pages
 * ({@link LocalRequestRule}).
 */
public final class EmbeddedSqs implements AutoCloseable {
  private static final Config QUIET =
      ConfigFactory.parseString(
              """
              pekko.loglevel = off
              pekko.stdout-loglevel = off
              pekko.coordinated-shutdown.run-by-jvm-shutdown-hook = off
              pekko.http.server.idle-timeout = infinite
              """)
          .withFallback(ConfigFactory.load(EmbeddedSqs.class.getClassLoader()));

  private final ActorSystem actors;
  private final URI endpoint;

  private EmbeddedSqs(ActorSystem actors, SQSRestServer server, String host) {
    this.actors = actors;
    this.endpoint = Host.uri(host, server.waitUntilStarted().localAddress().getPort());
  }

  /**
   * Starts ElasticMQ on loopback.
   *
   * @param port the port to listen on; 0 for any free port
   * @throws PortInUseException if the port is in use
   */
  public static EmbeddedSqs start(int port) {
    return start(Host.LOOPBACK, port);
  }

  /**
   * Starts ElasticMQ on an address of this machine.
   *
   * @param port the port to listen on; 0 for any free port
   * @throws PortInUseException if the port is in use
   */
  public static EmbeddedSqs start(String host, int port) {
    ActorSystem actors = ActorSystem.create("elasticmq", QUIET);
    try {
      GuardedHttp.install(actors, LocalRequestRule.ofStore(host));
      return new EmbeddedSqs(actors, server(actors, host, port), host);
    } catch (RuntimeException failure) {
      terminate(actors);
      throw PortInUseException.wrap(port, failure);
    }
  }

  private static SQSRestServer server(ActorSystem actors, String host, int port) {
    return SQSRestServerBuilder.withActorSystem(actors).withInterface(host).withPort(port).start();
  }

  /** The endpoint for clients. */
  public URI endpoint() {
    return endpoint;
  }

  /**
   * Stops ElasticMQ and its threads, and discards its queues. It interrupts calls in progress,
   * because the server's own stop method waits up to a minute for them and then throws.
   */
  @Override
  public void close() {
    terminate(actors);
  }

  private static void terminate(ActorSystem actors) {
    actors.terminate();
    actors.getWhenTerminated().toCompletableFuture().join();
  }
}
