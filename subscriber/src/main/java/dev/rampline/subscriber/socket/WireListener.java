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
 * Hands frames from okhttp's reading thread to the library's event thread: only those that the
 * library can bear, and no more at a time than fit, so that the server is slowed down instead of
 * the queue between the two threads growing.
 */
final class WireListener extends WebSocketListener {
  private static final int LONGEST_BACKLOG = 4 * Wire.LONGEST_FRAME;
  private static final int NORMAL_CLOSURE = 1000;

  private final WebSocketListener library;
  private final FrameFilter filter;
  private final FrameMeter meter;
  private final Consumer<Ending> onEnding;
  private final Semaphore room = new Semaphore(LONGEST_BACKLOG);

  WireListener(
      WebSocketListener library, FrameFilter filter, FrameMeter meter, Consumer<Ending> onEnding) {
    this.library = library;
    this.filter = filter;
    this.meter = meter;
    this.onEnding = onEnding;
  }

  @Override
  public void onOpen(WebSocket webSocket, Response response) {
    meter.reset();
    library.onOpen(webSocket, response);
  }

  @Override
  public void onMessage(WebSocket webSocket, String frame) {
    meter.reset();
    switch (filter.judge(frame)) {
      case PASS -> pass(webSocket, frame);
      case DROP -> {}
      case END -> end(Ending.CLOSED);
    }
  }

  /** An attachment; the event that it belongs to is heard without. */
  @Override
  public void onMessage(WebSocket webSocket, ByteString attachment) {
    meter.reset();
    filter.noticed();
  }

  /**
   * The close frame has to be answered, or okhttp waits for the server to lose patience. The
   * server's code may be one that nobody is allowed to send.
   */
  @Override
  public void onClosing(WebSocket webSocket, int code, String reason) {
    webSocket.close(NORMAL_CLOSURE, null);
    end(Ending.CLOSED);
  }

  @Override
  public void onClosed(WebSocket webSocket, int code, String reason) {
    end(Ending.CLOSED);
    library.onClosed(webSocket, code, reason);
  }

  @Override
  public void onFailure(WebSocket webSocket, Throwable failure, @Nullable Response response) {
    end(Ending.BROKEN);
    library.onFailure(webSocket, failure, response);
  }

  private void pass(WebSocket webSocket, String frame) {
    // Characters, not objects: an empty frame takes room as well.
    int size = frame.length() + Long.BYTES;
    room.acquireUninterruptibly(Math.min(size, LONGEST_BACKLOG));
    library.onMessage(webSocket, frame);
    EventThread.exec(() -> room.release(Math.min(size, LONGEST_BACKLOG)));
  }

  private void end(Ending ending) {
    EventThread.exec(() -> onEnding.accept(ending));
  }
}
