package dev.rampline.adapter.aws;

import java.io.IOException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * Makes a fault of the wire of what the JDK's own HTTP client throws where a call is broken off in
 * the middle of its connecting: its connection is taken from under it by the thread that ends the
 * call, and it runs into a {@link NullPointerException}. Left alone, a ledger that is slow would
 * once in a while be taken for a mistake of ours.
 */
record AbortSafeHttpClient(SdkHttpClient client) implements SdkHttpClient {
  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new AbortSafeRequest(client.prepareRequest(request));
  }

  @Override
  public String clientName() {
    return client.clientName();
  }

  @Override
  public void close() {
    client.close();
  }

  private record AbortSafeRequest(ExecutableHttpRequest request) implements ExecutableHttpRequest {
    @Override
    public HttpExecuteResponse call() throws IOException {
      try {
        return request.call();
      } catch (NullPointerException taken) {
        throw new IOException("The connection was taken away", taken);
      }
    }

    @Override
    public void abort() {
      request.abort();
    }
  }

  /** Makes such a client of what that builder makes. */
  record Builder<T extends SdkHttpClient.Builder<T>>(SdkHttpClient.Builder<T> builder)
      implements SdkHttpClient.Builder<Builder<T>> {
    @Override
    public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
      return new AbortSafeHttpClient(builder.buildWithDefaults(defaults));
    }
  }
}
