package dev.rampline.function.priming;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.utils.AttributeMap;

/** HTTP client that answers from memory and records the endpoints of the requests. */
final class InMemoryAwsHttpClient implements SdkHttpClient {
  private static final String OPERATION = "X-Amz-Target";

  private final Set<URI> endpoints = new LinkedHashSet<>();
  private final InMemoryAwsResponses responses;

  InMemoryAwsHttpClient(InMemoryAwsResponses responses) {
    this.responses = responses;
  }

  /** Returns a builder that gives every SDK client this HTTP client. */
  SdkHttpClient.Builder<?> builder() {
    return new FixedBuilder(this);
  }

  Set<URI> endpoints() {
    return Set.copyOf(endpoints);
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return respond(request);
      }

      @Override
      public void abort() {}
    };
  }

  private HttpExecuteResponse respond(HttpExecuteRequest request) throws IOException {
    SdkHttpRequest head = request.httpRequest();
    endpoints.add(head.getUri().resolve("/"));
    String target = head.firstMatchingHeader(OPERATION).orElse("");
    String operation = target.substring(target.lastIndexOf('.') + 1);
    try (InputStream body = request.contentStreamProvider().orElseThrow().newStream()) {
      byte[] response = responses.respond(operation, body);
      return HttpExecuteResponse.builder()
          .response(SdkHttpResponse.builder().statusCode(200).build())
          .responseBody(AbortableInputStream.create(new ByteArrayInputStream(response)))
          .build();
    }
  }

  @Override
  public void close() {}

  private record FixedBuilder(SdkHttpClient client) implements SdkHttpClient.Builder<FixedBuilder> {
    @Override
    public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
      return client;
    }
  }
}
