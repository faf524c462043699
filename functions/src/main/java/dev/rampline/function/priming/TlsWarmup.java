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

/** Sends a request on a connection of its own to load the TLS classes. It ignores the response. */
final class TlsWarmup {
  private TlsWarmup() {}

  static void connect(URI endpoint) {
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.GET)
            .uri(endpoint)
            // Without this header Java keeps the connection, and every restored snapshot would use
            // it.
            .putHeader("Connection", "close")
            .build();
    try (SdkHttpClient client = AwsClients.http().build()) {
      client
          .prepareRequest(HttpExecuteRequest.builder().request(request).build())
          .call()
          .responseBody()
          .ifPresent(AbortableInputStream::abort);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
