package dev.rampline.fuzzing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.rampline.subscriber.socket.ConnectionTimeouts;
import dev.rampline.subscriber.socket.Credentials;
import dev.rampline.subscriber.socket.SocketListener;
import dev.rampline.subscriber.socket.SocketSettings;
import dev.rampline.subscriber.socket.Subscription;
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
 * Checks that the production socket client survives every server response in every phase, down to
 * the HTTP and WebSocket bytes: it does not throw, passes on nothing out of bounds, and reconnects.
 */
final class SocketTarget implements FuzzTarget {
  private static final int TIMEOUT_MILLIS = 20_000;
  private static final int MAX_ATTEMPTS = 5;
  private static final String OPEN =
      "0{\"sid\":\"x\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000}";
  private static final ConnectionTimeouts SHORT_TIMEOUTS =
      new ConnectionTimeouts(
          Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofSeconds(5), Duration.ofMinutes(1));

  private final ListenerProbe probe = new ListenerProbe();
  private final ServerSocket server;
  private final Subscription subscription;
  private @Nullable WebSocketPeer peer;

  SocketTarget() {
    this(UnaryOperator.identity());
  }

  /** With that function before the event processor. */
  SocketTarget(UnaryOperator<SocketListener> front) {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      server.setSoTimeout(TIMEOUT_MILLIS);
    } catch (IOException taken) {
      throw new IllegalStateException("No free port", taken);
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
            settings,
            () -> credentials,
            front.apply(probe),
            SHORT_TIMEOUTS,
            InstantSource.system());
    subscription.start();
  }

  @Override
  public void check(byte[] input) throws IOException {
    FuzzInput script = FuzzInput.read(input);
    ConnectionPhase phase = ConnectionPhase.of(script);
    if (phase == ConnectionPhase.SUBSCRIBED) {
      sendScript(subscribedPeer(), script);
    } else {
      disconnect();
      sendScript(connect(phase), script);
      disconnect();
    }
    probe.check();
    PropertyViolation.throwUnless(
        subscription.status().listenerFailures() == 0, "the listener never throws");
  }

  /**
   * Sends the bytes and waits until the client has processed them: until it answers a later ping,
   * or disconnects.
   */
  private void sendScript(WebSocketPeer to, FuzzInput script) throws IOException {
    try {
      if (script.hasLine("raw") || ConnectionPhase.of(script) == ConnectionPhase.HTTP) {
        to.write(script.bytes());
        to.awaitEnd();
        disconnect();
        return;
      }
      int kind = script.hasLine("binary") ? WebSocketPeer.BINARY : WebSocketPeer.TEXT;
      for (String frame : new String(script.bytes(), ISO_8859_1).split("\n", -1)) {
        to.send(kind, frame.getBytes(ISO_8859_1));
      }
      if (ConnectionPhase.of(script) != ConnectionPhase.SUBSCRIBED) {
        to.awaitEnd();
        return;
      }
      to.send("2");
      to.await("3");
    } catch (EOFException | SocketException hungUp) {
      disconnect();
    }
  }

  private WebSocketPeer subscribedPeer() throws IOException {
    return peer == null ? connect(ConnectionPhase.SUBSCRIBED) : peer;
  }

  /** The newest connection: on a busy machine the client may abandon one. */
  private WebSocketPeer connect(ConnectionPhase phase) throws IOException {
    for (int tries = 1; tries < MAX_ATTEMPTS; tries++) {
      try {
        return acceptAt(phase);
      } catch (EOFException | SocketException givenUp) {
        disconnect();
      }
    }
    return acceptAt(phase);
  }

  private WebSocketPeer acceptAt(ConnectionPhase phase) throws IOException {
    WebSocketPeer next = new WebSocketPeer(server.accept());
    peer = next;
    byte[] answer = next.awaitRequest();
    if (phase.compareTo(ConnectionPhase.HTTP) > 0) {
      next.write(answer);
    }
    if (phase.compareTo(ConnectionPhase.ENGINE) > 0) {
      next.send(OPEN);
      next.await("40/ws");
    }
    if (phase.compareTo(ConnectionPhase.NAMESPACE) > 0) {
      next.send("40/ws,{\"sid\":\"s\"}");
      next.await("42/ws,[\"subscribe:partner\"");
    }
    return next;
  }

  private void disconnect() throws IOException {
    if (peer != null) {
      peer.close();
      peer = null;
    }
  }
}
