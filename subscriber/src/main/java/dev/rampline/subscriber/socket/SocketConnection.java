package dev.rampline.subscriber.socket;

import io.socket.client.Manager;
import io.socket.client.Socket;
import io.socket.engineio.client.transports.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.json.JSONObject;

/**
 * One connection with its own manager and socket, which cannot be reused after it ended.
 * Thread-safe.
 */
final class SocketConnection {
  private enum Phase {
    OPENING,
    SUBSCRIBED,
    ENDED
  }

  private final SocketSettings settings;
  private final GuardedListener listener;
  private final FrameFilter filter;
  private final WebSocketConnector connector;
  private final Socket socket;
  private final CountDownLatch decided = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private Phase phase = Phase.OPENING;
  private long subscribedAt;
  private volatile Duration subscribedFor = Duration.ZERO;

  SocketConnection(
      SocketSettings settings,
      Credentials credentials,
      GuardedListener listener,
      OkHttpClient client) {
    this.settings = settings;
    this.listener = listener;
    this.filter = new FrameFilter(listener::discarded);
    this.connector = new WebSocketConnector(client, filter, this::disconnect);
    Manager.Options options = options(credentials);
    options.callFactory = client;
    this.socket = new Manager(settings.server(), options).socket(settings.namespace(), options);
    socket.on(Socket.EVENT_CONNECT, ignored -> subscribe());
    socket.on(Socket.EVENT_CONNECT_ERROR, why -> disconnect(connectFailure(why)));
    socket.on(Socket.EVENT_DISCONNECT, why -> disconnect(disconnection(why)));
  }

  /** Connects and blocks until the connection ends. Returns how long it was subscribed. */
  Duration run(ConnectionTimeouts timeouts) {
    try {
      socket.connect();
      if (!await(decided, timeouts.timeout())) {
        disconnect(DisconnectReason.ACCEPT_TIMEOUT);
      }
      awaitSilence(timeouts.maxSilence());
      disconnect(DisconnectReason.SILENCE_TIMEOUT);
    } catch (InterruptedException stopped) {
      disconnect(DisconnectReason.STOPPED);
    } finally {
      disconnect(DisconnectReason.CONNECTION_FAILED);
    }
    return subscribedFor;
  }

  private void awaitSilence(Duration timeout) throws InterruptedException {
    long before;
    do {
      before = filter.frames();
    } while (!await(ended, timeout) && filter.frames() != before);
  }

  private synchronized void subscribe() {
    if (phase != Phase.OPENING) {
      return;
    }
    phase = Phase.SUBSCRIBED;
    if (settings.orders().isEmpty()) {
      socket.emit("subscribe:partner");
    }
    settings.orders().stream()
        .map(order -> new JSONObject().put("orderId", order))
        .forEach(order -> socket.emit("subscribe:order", order));
    subscribedAt = System.nanoTime();
    listener.onSubscribed();
    decided.countDown();
  }

  /** Passes an event on; drops it if the server has not accepted the connection yet. */
  private synchronized void dispatch(SocketEvent event) {
    if (phase == Phase.SUBSCRIBED) {
      listener.onEvent(event);
    }
  }

  /** Ends the connection. Only the first call and its reason count. */
  private synchronized void disconnect(DisconnectReason reason) {
    Phase before = phase;
    phase = Phase.ENDED;
    switch (before) {
      case OPENING -> listener.onFailed(reason);
      case SUBSCRIBED -> {
        subscribedFor = Duration.ofNanos(System.nanoTime() - subscribedAt);
        listener.onDisconnected(reason);
      }
      case ENDED -> {
        return;
      }
    }
    connector.cut();
    decided.countDown();
    ended.countDown();
  }

  private Manager.Options options(Credentials credentials) {
    Manager.Options options = new Manager.Options();
    options.transports = new String[] {WebSocket.NAME};
    options.path = settings.path();
    options.auth = Map.of("apiKey", credentials.apiKey(), "env", credentials.environment());
    options.webSocketFactory = connector;
    options.decoder = new PacketDecoder(settings.namespace(), this::dispatch, listener::discarded);
    // The library does not reconnect after a rejection or a disconnection by the server, and
    // its timeout ends with the handshake. Subscription handles both.
    options.reconnection = false;
    options.timeout = -1;
    return options;
  }

  private static DisconnectReason connectFailure(Object[] why) {
    return why.length > 0 && why[0] instanceof Exception
        ? DisconnectReason.CONNECTION_FAILED
        : DisconnectReason.REFUSED;
  }

  private static DisconnectReason disconnection(Object[] why) {
    return switch (why.length > 0 ? String.valueOf(why[0]) : "") {
      case "ping timeout" -> DisconnectReason.SILENCE_TIMEOUT;
      case "io server disconnect" -> DisconnectReason.DISCONNECTED;
      default -> DisconnectReason.CLOSED;
    };
  }

  private static boolean await(CountDownLatch latch, Duration timeout) throws InterruptedException {
    return latch.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
  }
}
