package dev.rampline.function.rehearsal;

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

/** Answers what would go over the wire, and remembers where it would have gone. */
final class PretendedHttp implements SdkHttpClient {
  private static final String OPERATION = "X-Amz-Target";

  private final Set<URI> endpoints = new LinkedHashSet<>();
  private final PretendedAnswers answers;

  PretendedHttp(PretendedAnswers answers) {
    this.answers = answers;
  }

  /** One for every client, which closes it. */
  SdkHttpClient.Builder<?> builder() {
    return new Made(this);
  }

  Set<URI> endpoints() {
    return Set.copyOf(endpoints);
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return answer(request);
      }

      @Override
      public void abort() {}
    };
  }

  private HttpExecuteResponse answer(HttpExecuteRequest request) throws IOException {
    SdkHttpRequest head = request.httpRequest();
    endpoints.add(head.getUri().resolve("/"));
    String target = head.firstMatchingHeader(OPERATION).orElse("");
    String operation = target.substring(target.lastIndexOf('.') + 1);
    try (InputStream body = request.contentStreamProvider().orElseThrow().newStream()) {
      byte[] answer = answers.to(operation, body);
      return HttpExecuteResponse.builder()
          .response(SdkHttpResponse.builder().statusCode(200).build())
          .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer)))
          .build();
    }
  }

  @Override
  public void close() {}

  private record Made(SdkHttpClient client) implements SdkHttpClient.Builder<Made> {
    @Override
    public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
      return client;
    }
  }
}
