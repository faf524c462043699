package dev.rampline.subscriber.socket;

import dev.rampline.json.Json;
import io.socket.client.Ack;
import io.socket.client.Manager;
import io.socket.client.Socket;
import io.socket.engineio.client.transports.WebSocket;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/**
 * One connection with its own manager and socket, which cannot be reused after it ended.
 * Thread-safe.
 */
final class SocketConnection implements PacketDecoder.Receiver {
  private enum Phase {
    OPENING,
    /** The server has accepted the connection, and the subscriptions were sent. */
    SUBSCRIBING,
    SUBSCRIBED,
    ENDED
  }

  private final SocketSettings settings;
  private final GuardedListener listener;
  private final FrameFilter filter;
  private final WebSocketConnector connector;
  private final Socket socket;
  private final CountDownLatch decided = new CountDownLatch(1);
  private final CountDownLatch answered = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  /** The requests for an acknowledgement that the server has not answered. */
  private final Set<String> unanswered = new HashSet<>();

  private Phase phase = Phase.OPENING;
  private long subscribedAt;
  private End end = new End(DisconnectReason.STOPPED, Duration.ZERO);

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

  /**
   * How a connection ended.
   *
   * @param subscribedFor how long it was subscribed
   */
  record End(DisconnectReason reason, Duration subscribedFor) {}

  /** Connects and blocks until the connection ends. */
  End run(ConnectionTimeouts timeouts) {
    try {
      socket.connect();
      if (!await(decided, timeouts.timeout())) {
        disconnect(DisconnectReason.ACCEPT_TIMEOUT);
      }
      await(answered, timeouts.acknowledgement());
      confirm();
      awaitSilence(timeouts.maxSilence());
      disconnect(DisconnectReason.SILENCE_TIMEOUT);
    } catch (InterruptedException stopped) {
      disconnect(DisconnectReason.STOPPED);
    } finally {
      disconnect(DisconnectReason.CONNECTION_FAILED);
    }
    return end();
  }

  private synchronized End end() {
    return end;
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
    phase = Phase.SUBSCRIBING;
    if (settings.orders().isEmpty()) {
      request("subscribe:partner");
    }
    settings.orders().stream()
        .map(order -> new JSONObject().put("orderId", order))
        .forEach(order -> request("subscribe:order", order));
    decided.countDown();
  }

  /**
   * Sends a request for a subscription that asks for an acknowledgement. The library numbers the
   * acknowledgements of a socket from 0; {@link PacketDecoder} receives the answers.
   */
  private void request(String event, Object... arguments) {
    unanswered.add(Integer.toString(unanswered.size()));
    socket.emit(event, arguments, (Ack) _ -> {});
  }

  /**
   * The server has acknowledged all subscriptions, or refused none in time: acknowledgements are
   * not documented, so a server need not send any.
   */
  private synchronized void confirm() {
    if (phase == Phase.SUBSCRIBING) {
      phase = Phase.SUBSCRIBED;
      subscribedAt = System.nanoTime();
      listener.onSubscribed();
      answered.countDown();
    }
  }

  @Override
  public synchronized void onAcknowledged(String ackId, List<Json> values) {
    if (!unanswered.remove(ackId)) {
      listener.discarded();
    } else if (SubscriptionReply.isRefusal(values)) {
      disconnect(DisconnectReason.SUBSCRIPTION_REFUSED);
    } else if (unanswered.isEmpty()) {
      confirm();
    }
  }

  /** Passes an event on; drops it if the server has not accepted the connection yet. */
  @Override
  public synchronized void onEvent(SocketEvent event, @Nullable String ackId) {
    if (phase != Phase.SUBSCRIBING && phase != Phase.SUBSCRIBED) {
      return;
    }
    if (SubscriptionReply.isError(event)) {
      disconnect(DisconnectReason.SUBSCRIPTION_REFUSED);
      return;
    }
    listener.onEvent(event);
    if (ackId != null) {
      connector.send(PacketText.acknowledgement(settings.namespace(), ackId));
    }
  }

  @Override
  public void onDiscard() {
    listener.discarded();
  }

  /** Ends the connection. Only the first call and its reason count. */
  private synchronized void disconnect(DisconnectReason reason) {
    Phase before = phase;
    phase = Phase.ENDED;
    switch (before) {
      case OPENING, SUBSCRIBING -> {
        end = new End(reason, Duration.ZERO);
        listener.onFailed(reason);
      }
      case SUBSCRIBED -> {
        end = new End(reason, Duration.ofNanos(System.nanoTime() - subscribedAt));
        listener.onDisconnected(reason);
      }
      case ENDED -> {
        return;
      }
    }
    connector.cut();
    decided.countDown();
    answered.countDown();
    ended.countDown();
  }

  private Manager.Options options(Credentials credentials) {
    Manager.Options options = new Manager.Options();
    options.transports = new String[] {WebSocket.NAME};
    options.path = settings.path();
    options.auth = Map.of("apiKey", credentials.apiKey(), "env", credentials.environment());
    options.webSocketFactory = connector;
    options.decoder = new PacketDecoder(settings.namespace(), this);
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
