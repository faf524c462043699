package dev.rampline.subscriber.socket;

import dev.rampline.adapter.ozzobit.RetryAfter;
import io.socket.thread.EventThread;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Passes frames from okhttp's reading thread to the library's event thread. It drops the frames
 * that the library cannot handle, and blocks while too many are pending, so that the server is
 * slowed down instead of the queue between the two threads growing.
 */
final class FilteringWebSocketListener extends WebSocketListener {
  private static final int MAX_PENDING_BYTES = 4 * WebSocketConnector.MAX_FRAME_BYTES;
  private static final int SWITCHING_PROTOCOLS = 101;
  private static final int NORMAL_CLOSURE = 1000;

  private final WebSocketListener library;
  private final FrameFilter filter;
  private final FrameMeter meter;
  private final Consumer<DisconnectReason> onDisconnect;
  private final Semaphore room = new Semaphore(MAX_PENDING_BYTES);

  FilteringWebSocketListener(
      WebSocketListener library,
      FrameFilter filter,
      FrameMeter meter,
      Consumer<DisconnectReason> onDisconnect) {
    this.library = library;
    this.filter = filter;
    this.meter = meter;
    this.onDisconnect = onDisconnect;
  }

  @Override
  public void onOpen(WebSocket webSocket, Response response) {
    meter.reset();
    library.onOpen(webSocket, response);
  }

  @Override
  public void onMessage(WebSocket webSocket, String frame) {
    meter.reset();
    switch (filter.filter(frame)) {
      case PASS -> pass(frame.length(), () -> library.onMessage(webSocket, frame));
      case DROP -> {}
      case END -> disconnect(DisconnectReason.CLOSED);
    }
  }

  @Override
  public void onMessage(WebSocket webSocket, ByteString attachment) {
    meter.reset();
    filter.countFrame();
    pass(attachment.size(), () -> library.onMessage(webSocket, attachment));
  }

  /**
   * Answers the close frame, because okhttp would otherwise wait for the server to time out. It
   * uses a code of its own, because the server's code may be reserved.
   */
  @Override
  public void onClosing(WebSocket webSocket, int code, String reason) {
    webSocket.close(NORMAL_CLOSURE, null);
    disconnect(DisconnectReason.CLOSED);
  }

  @Override
  public void onClosed(WebSocket webSocket, int code, String reason) {
    disconnect(DisconnectReason.CLOSED);
    library.onClosed(webSocket, code, reason);
  }

  @Override
  public void onFailure(WebSocket webSocket, Throwable failure, @Nullable Response response) {
    disconnect(
        response == null || response.code() == SWITCHING_PROTOCOLS
            ? DisconnectReason.of(failure)
            : DisconnectReason.upgradeRefused(response.code(), retryAfter(response)));
    library.onFailure(webSocket, failure, response);
  }

  private static Duration retryAfter(Response response) {
    return Optional.ofNullable(response.header("Retry-After"))
        .flatMap(value -> RetryAfter.read(value, Instant.now()))
        .orElse(Duration.ZERO);
  }

  private void pass(int length, Runnable frame) {
    // The limit counts characters; the extra bytes make empty frames count too.
    int size = Math.min(length + Long.BYTES, MAX_PENDING_BYTES);
    room.acquireUninterruptibly(size);
    frame.run();
    EventThread.exec(() -> room.release(size));
  }

  private void disconnect(DisconnectReason reason) {
    EventThread.exec(() -> onDisconnect.accept(reason));
  }
}
