package dev.rampline.adapter.aws;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class AbortSafeHttpClientTest {
  @Test
  void closedConnection_isANetworkError() {
    try (DynamoDbClient client =
        DynamoDbClient.builder()
            .httpClient(new AbortSafeHttpClient(new ClosedConnectionClient()))
            .region(Region.US_EAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .build()) {
      assertThatThrownBy(client::listTables)
          .isInstanceOf(SdkClientException.class)
          .hasRootCauseInstanceOf(NullPointerException.class)
          .hasCauseInstanceOf(IOException.class);
    }
  }

  /** Fails like the JDK's client whose connection was closed. */
  private record ClosedConnectionClient() implements SdkHttpClient, ExecutableHttpRequest {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return this;
    }

    @Override
    public HttpExecuteResponse call() {
      throw new NullPointerException("this.http is null");
    }

    @Override
    public void abort() {}

    @Override
    public void close() {}
  }
}
