package dev.rampline.adapter.aws;

import java.io.IOException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * Converts a {@link NullPointerException} of the JDK's HTTP client to an {@link IOException}. The
 * client throws it when the SDK's timeout thread aborts a call that is still connecting. Without
 * the conversion, a slow ledger would occasionally look like a bug in Rampline.
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
      } catch (NullPointerException aborted) {
        throw new IOException("The connection was aborted", aborted);
      }
    }

    @Override
    public void abort() {
      request.abort();
    }
  }

  /** Wraps the client of another builder. */
  record Builder<T extends SdkHttpClient.Builder<T>>(SdkHttpClient.Builder<T> builder)
      implements SdkHttpClient.Builder<Builder<T>> {
    @Override
    public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
      return new AbortSafeHttpClient(builder.buildWithDefaults(defaults));
    }
  }
}
