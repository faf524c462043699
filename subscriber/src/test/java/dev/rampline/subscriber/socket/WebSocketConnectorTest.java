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
  private final CompletableFuture<DisconnectReason> told = new CompletableFuture<>();
  private final CompletableFuture<Void> cut = new CompletableFuture<>();

  @Test
  void failureWhileItIsLaid_doesNotKeepAnotherThreadFromCuttingIt() {
    OkHttpClient client = WebSocketConnector.client(ConnectionTimeouts.standard());
    client.dispatcher().executorService().shutdown();
    WebSocketConnector wire =
        new WebSocketConnector(client, new FrameFilter(() -> {}), this::awaitCut);
    Thread cutter = new Thread(() -> cutOnceTold(wire));
    cutter.start();

    EventThread.exec(() -> wire.newWebSocket(request(), new WebSocketListener() {}));

    assertThat(cut).succeedsWithin(Duration.ofSeconds(10));
  }

  /** Like a connection that another thread is about to end. */
  private void awaitCut(DisconnectReason ending) {
    told.complete(ending);
    cut.join();
  }

  private void cutOnceTold(WebSocketConnector wire) {
    assertThat(told.join()).isEqualTo(DisconnectReason.CONNECTION_FAILED);
    wire.cut();
    cut.complete(null);
  }

  private static Request request() {
    return new Request.Builder().url("http://127.0.0.1:9/socket.io/").build();
  }
}
