package dev.rampline.subscriber.socket;

import io.socket.thread.EventThread;
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
      case PASS -> pass(webSocket, frame);
      case DROP -> {}
      case END -> disconnect(DisconnectReason.CLOSED);
    }
  }

  /** Ignores an attachment; its event is delivered without it. */
  @Override
  public void onMessage(WebSocket webSocket, ByteString attachment) {
    meter.reset();
    filter.countFrame();
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
    disconnect(DisconnectReason.CONNECTION_FAILED);
    library.onFailure(webSocket, failure, response);
  }

  private void pass(WebSocket webSocket, String frame) {
    // The limit counts characters; the extra bytes make empty frames count too.
    int size = frame.length() + Long.BYTES;
    room.acquireUninterruptibly(Math.min(size, MAX_PENDING_BYTES));
    library.onMessage(webSocket, frame);
    EventThread.exec(() -> room.release(Math.min(size, MAX_PENDING_BYTES)));
  }

  private void disconnect(DisconnectReason reason) {
    EventThread.exec(() -> onDisconnect.accept(reason));
  }
}
