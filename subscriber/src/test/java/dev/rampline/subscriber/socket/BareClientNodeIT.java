package dev.rampline.subscriber.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.socket.client.Manager;
import io.socket.client.Socket;
import io.socket.engineio.client.transports.WebSocket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Documents how the library behaves without Rampline's subscription, even if it is set to
 * reconnect. If a test fails with a newer library, a workaround may be removed.
 */
class BareClientNodeIT {
  private static final Duration LISTENING_TIME = Duration.ofMillis(1500);

  @AutoClose private final NodeServer server = NodeServer.start();
  private final Socket socket = client(server);
  private final AtomicInteger connects = new AtomicInteger();
  private final AtomicInteger disconnects = new AtomicInteger();
  private final AtomicInteger errors = new AtomicInteger();

  @AfterEach
  void close() {
    socket.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"disconnectNamespace", "disconnectConnection"})
  void disconnectionByTheServer_isPermanent(String disconnection) {
    connect();
    server.command(disconnection);
    await().until(() -> disconnects.get() == 1);

    remains(() -> connects.get() == 1);
  }

  @Test
  void rejection_isPermanent() {
    server.setBehavior("refuse");
    listenAndConnect();
    await().until(() -> errors.get() == 1);
    server.setBehavior("accept");

    remains(() -> connects.get() == 0);
  }

  @Test
  void missingAcceptance_isAwaitedWithoutLimit() {
    server.setBehavior("ignore");
    listenAndConnect();
    await().until(() -> server.count("handshake") == 1);

    remains(() -> connects.get() + errors.get() + disconnects.get() == 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"closeFrame", "closeServer"})
  void closeFrame_isNotNoticedInTime(String close) {
    connect();
    server.command(close);

    remains(() -> disconnects.get() == 0);
  }

  @Test
  void eventNamedDisconnect_countsAsADisconnection() {
    connect();
    server.raw("42/ws,[\"disconnect\",\"x\"]");

    await().until(() -> disconnects.get() == 1);
    assertThat(socket.connected()).isTrue();
  }

  @Test
  void exceptionInADisconnectListener_stopsReconnecting() {
    socket.on(
        Socket.EVENT_DISCONNECT,
        ignored -> {
          throw new IllegalStateException("Thrown by a test");
        });
    connect();
    server.signal("KILL");
    await().dontCatchUncaughtExceptions().until(() -> !socket.connected());
    try (NodeServer revived = NodeServer.start(server.port())) {
      remains(() -> revived.count("connection") == 0);
    }
  }

  private void connect() {
    listenAndConnect();
    await().until(() -> connects.get() == 1);
  }

  private void listenAndConnect() {
    socket.on(Socket.EVENT_CONNECT, ignored -> connects.incrementAndGet());
    socket.on(Socket.EVENT_DISCONNECT, ignored -> disconnects.incrementAndGet());
    socket.on(Socket.EVENT_CONNECT_ERROR, ignored -> errors.incrementAndGet());
    socket.connect();
  }

  private static void remains(BooleanSupplier condition) {
    await()
        .dontCatchUncaughtExceptions()
        .during(LISTENING_TIME)
        .atMost(LISTENING_TIME.multipliedBy(3))
        .until(condition::getAsBoolean);
  }

  private static Socket client(NodeServer server) {
    Manager.Options options = new Manager.Options();
    options.transports = new String[] {WebSocket.NAME};
    options.reconnectionDelay = 50;
    options.reconnectionDelayMax = 200;
    options.timeout = 1000;
    return new Manager(server.uri(), options).socket("/ws", options);
  }
}
