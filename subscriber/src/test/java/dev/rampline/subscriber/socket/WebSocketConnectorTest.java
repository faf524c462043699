package dev.rampline.subscriber.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.socket.thread.EventThread;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.WebSocketListener;
import org.junit.jupiter.api.Test;

class WebSocketConnectorTest {
  private final CompletableFuture<DisconnectReason> disconnected = new CompletableFuture<>();
  private final CompletableFuture<Void> cut = new CompletableFuture<>();

  @Test
  void failureDuringCreation_doesNotBlockACutByAnotherThread() {
    OkHttpClient client = WebSocketConnector.client(ConnectionTimeouts.standard());
    client.dispatcher().executorService().shutdown();
    WebSocketConnector connector =
        new WebSocketConnector(client, new FrameFilter(() -> {}), this::awaitCut);
    Thread cutter = new Thread(() -> cutAfterDisconnect(connector));
    cutter.start();

    EventThread.exec(() -> connector.newWebSocket(request(), new WebSocketListener() {}));

    assertThat(cut).succeedsWithin(Duration.ofSeconds(10));
  }

  /** Blocks like a connection that another thread is about to end. */
  private void awaitCut(DisconnectReason reason) {
    disconnected.complete(reason);
    cut.join();
  }

  private void cutAfterDisconnect(WebSocketConnector connector) {
    assertThat(disconnected.join()).isEqualTo(DisconnectReason.CONNECTION_FAILED);
    connector.cut();
    cut.complete(null);
  }

  private static Request request() {
    return new Request.Builder().url("http://127.0.0.1:9/socket.io/").build();
  }
}
