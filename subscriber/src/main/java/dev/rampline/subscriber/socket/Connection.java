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
 * One attempt, with a manager and a socket of its own: from the first packet to whatever ends it,
 * and never again. Thread-safe.
 */
final class Connection {
  private enum Phase {
    OPENING,
    SUBSCRIBED,
    ENDED
  }

  private final SocketSettings settings;
  private final GuardedListener listener;
  private final FrameFilter filter;
  private final Wire wire;
  private final Socket socket;
  private final CountDownLatch decided = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private Phase phase = Phase.OPENING;
  private long subscribedAt;
  private volatile Duration held = Duration.ZERO;

  Connection(
      SocketSettings settings,
      Credentials credentials,
      GuardedListener listener,
      OkHttpClient client) {
    this.settings = settings;
    this.listener = listener;
    this.filter = new FrameFilter(listener::discarded);
    this.wire = new Wire(client, filter, this::end);
    Manager.Options options = options(credentials);
    options.callFactory = client;
    this.socket = new Manager(settings.server(), options).socket(settings.namespace(), options);
    socket.on(Socket.EVENT_CONNECT, ignored -> subscribe());
    socket.on(Socket.EVENT_CONNECT_ERROR, why -> end(refusal(why)));
    socket.on(Socket.EVENT_DISCONNECT, why -> end(disconnection(why)));
  }

  /** Connects, and returns when the connection has ended: for how long we were subscribed. */
  Duration hold(Supervision supervision) {
    try {
      socket.connect();
      if (!await(decided, supervision.patience())) {
        end(Ending.UNANSWERED);
      }
      awaitSilence(supervision.longestSilence());
      end(Ending.SILENT);
    } catch (InterruptedException stopped) {
      end(Ending.STOPPED);
    } finally {
      end(Ending.BROKEN);
    }
    return held;
  }

  private void awaitSilence(Duration longest) throws InterruptedException {
    long before;
    do {
      before = filter.frames();
    } while (!await(ended, longest) && filter.frames() != before);
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
    listener.subscribed();
    decided.countDown();
  }

  /** What comes before the server has accepted us is not meant for us. */
  private synchronized void hear(SocketEvent event) {
    if (phase == Phase.SUBSCRIBED) {
      listener.heard(event);
    }
  }

  /** The first one counts. */
  private synchronized void end(Ending ending) {
    Phase before = phase;
    phase = Phase.ENDED;
    switch (before) {
      case OPENING -> listener.failed(ending);
      case SUBSCRIBED -> {
        held = Duration.ofNanos(System.nanoTime() - subscribedAt);
        listener.lost(ending);
      }
      case ENDED -> {
        return;
      }
    }
    wire.cut();
    decided.countDown();
    ended.countDown();
  }

  private Manager.Options options(Credentials credentials) {
    Manager.Options options = new Manager.Options();
    options.transports = new String[] {WebSocket.NAME};
    options.path = settings.path();
    options.auth = Map.of("apiKey", credentials.apiKey(), "env", credentials.environment());
    options.webSocketFactory = wire;
    options.decoder = new PacketDecoder(settings.namespace(), this::hear, listener::discarded);
    // It does not reconnect after a refusal or a disconnection by the server, and its time-out
    // ends with the handshake: both are the supervision's.
    options.reconnection = false;
    options.timeout = -1;
    return options;
  }

  private static Ending refusal(Object[] why) {
    return why.length > 0 && why[0] instanceof Exception ? Ending.BROKEN : Ending.REFUSED;
  }

  private static Ending disconnection(Object[] why) {
    return switch (why.length > 0 ? String.valueOf(why[0]) : "") {
      case "ping timeout" -> Ending.SILENT;
      case "io server disconnect" -> Ending.DISCONNECTED;
      default -> Ending.CLOSED;
    };
  }

  private static boolean await(CountDownLatch latch, Duration longest) throws InterruptedException {
    return latch.await(longest.toNanos(), TimeUnit.NANOSECONDS);
  }
}
