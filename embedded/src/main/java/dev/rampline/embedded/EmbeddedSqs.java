package dev.rampline.embedded;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.URI;
import org.apache.pekko.actor.ActorSystem;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;

/** ElasticMQ: SQS in memory, with FIFO queues and their deduplication. */
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
   * Starts it on loopback.
   *
   * @param port where to listen; 0 takes any free port
   * @throws PortInUseException if something listens there already
   */
  public static EmbeddedSqs start(int port) {
    return start(Host.LOOPBACK, port);
  }

  /**
   * Starts it on an address of this machine.
   *
   * @param port where to listen; 0 takes any free port
   * @throws PortInUseException if something listens there already
   */
  public static EmbeddedSqs start(String host, int port) {
    ActorSystem actors = ActorSystem.create("elasticmq", QUIET);
    try {
      return new EmbeddedSqs(actors, server(actors, host, port), host);
    } catch (RuntimeException failure) {
      terminate(actors);
      throw PortInUseException.wrap(port, failure);
    }
  }

  private static SQSRestServer server(ActorSystem actors, String host, int port) {
    return SQSRestServerBuilder.withActorSystem(actors).withInterface(host).withPort(port).start();
  }

  /** Where clients find it. */
  public URI endpoint() {
    return endpoint;
  }

  /**
   * Ends it and every thread of it; its queues are gone. A call still under way is broken off: the
   * server's own way to stop waits up to a minute for such a one, and then throws.
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
