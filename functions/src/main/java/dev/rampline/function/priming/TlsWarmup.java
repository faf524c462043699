package dev.rampline.function.priming;

import dev.rampline.adapter.aws.AwsClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** One request for nothing, on a connection of its own. Whatever is answered will do. */
final class TlsWarmup {
  private TlsWarmup() {}

  static void connect(URI endpoint) {
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.GET)
            .uri(endpoint)
            // Else Java would keep the connection, and every copy of the snapshot would take it up.
            .putHeader("Connection", "close")
            .build();
    try (SdkHttpClient client = AwsClients.http().build()) {
      client
          .prepareRequest(HttpExecuteRequest.builder().request(request).build())
          .call()
          .responseBody()
          .ifPresent(AbortableInputStream::abort);
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }
}
