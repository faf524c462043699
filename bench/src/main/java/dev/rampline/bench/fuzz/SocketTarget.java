package dev.rampline.bench.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.rampline.subscriber.socket.Credentials;
import dev.rampline.subscriber.socket.SocketListener;
import dev.rampline.subscriber.socket.SocketSettings;
import dev.rampline.subscriber.socket.Subscription;
import dev.rampline.subscriber.socket.Supervision;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Whatever a server says at whatever stage, down to the bytes of HTTP and WebSocket: the real
 * subscription does not throw, hears nothing out of bounds, and comes back.
 */
final class SocketTarget implements FuzzTarget {
  private static final int PATIENCE_MILLIS = 20_000;
  private static final int MOST_TRIES = 5;
  private static final String OPEN =
      "0{\"sid\":\"x\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000}";
  private static final Supervision IMPATIENT =
      new Supervision(
          Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofSeconds(5), Duration.ofMinutes(1));

  private final HearingIntake intake = new HearingIntake();
  private final ServerSocket server;
  private final Subscription subscription;
  private @Nullable WebSocketPeer peer;

  SocketTarget() {
    this(UnaryOperator.identity());
  }

  /** With that before the intake. */
  SocketTarget(UnaryOperator<SocketListener> front) {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      server.setSoTimeout(PATIENCE_MILLIS);
    } catch (IOException taken) {
      throw new IllegalStateException("No port is free", taken);
    }
    SocketSettings settings =
        new SocketSettings(
            URI.create("http://127.0.0.1:" + server.getLocalPort()),
            "/ws",
            "/socket.io/",
            List.of());
    Credentials credentials = new Credentials("key", "STAGING");
    subscription =
        new Subscription(
            settings, () -> credentials, front.apply(intake), IMPATIENT, InstantSource.system());
    subscription.start();
  }

  @Override
  public void check(byte[] input) throws IOException {
    Script script = Script.read(input);
    Stage stage = Stage.of(script);
    if (stage == Stage.SUBSCRIBED) {
      say(subscribed(), script);
    } else {
      hangUp();
      say(connected(stage), script);
      hangUp();
    }
    intake.check();
    Finding.unless(subscription.status().listenerFailures() == 0, "the listener never throws");
  }

  /** Says it, and waits until it was heard: by a ping after it, or by the end. */
  private void say(WebSocketPeer to, Script script) throws IOException {
    try {
      if (script.says("raw") || Stage.of(script) == Stage.HTTP) {
        to.write(script.bytes());
        to.awaitEnd();
        hangUp();
        return;
      }
      int kind = script.says("binary") ? WebSocketPeer.BINARY : WebSocketPeer.TEXT;
      for (String frame : new String(script.bytes(), ISO_8859_1).split("\n", -1)) {
        to.send(kind, frame.getBytes(ISO_8859_1));
      }
      if (Stage.of(script) != Stage.SUBSCRIBED) {
        to.awaitEnd();
        return;
      }
      to.send("2");
      to.await("3");
    } catch (EOFException | SocketException hungUp) {
      hangUp();
    }
  }

  private WebSocketPeer subscribed() throws IOException {
    return peer == null ? connected(Stage.SUBSCRIBED) : peer;
  }

  /** The next connection that has come so far: on a busy machine the client may give one up. */
  private WebSocketPeer connected(Stage stage) throws IOException {
    for (int tries = 1; tries < MOST_TRIES; tries++) {
      try {
        return reached(stage);
      } catch (EOFException | SocketException givenUp) {
        hangUp();
      }
    }
    return reached(stage);
  }

  private WebSocketPeer reached(Stage stage) throws IOException {
    WebSocketPeer next = new WebSocketPeer(server.accept());
    peer = next;
    byte[] answer = next.awaitRequest();
    if (stage.compareTo(Stage.HTTP) > 0) {
      next.write(answer);
    }
    if (stage.compareTo(Stage.ENGINE) > 0) {
      next.send(OPEN);
      next.await("40/ws");
    }
    if (stage.compareTo(Stage.NAMESPACE) > 0) {
      next.send("40/ws,{\"sid\":\"s\"}");
      next.await("42/ws,[\"subscribe:partner\"");
    }
    return next;
  }

  private void hangUp() throws IOException {
    if (peer != null) {
      peer.close();
      peer = null;
    }
  }
}
