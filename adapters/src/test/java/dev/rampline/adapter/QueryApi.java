package dev.rampline.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * A service of AWS that speaks its Query protocol, and that tests alone call: not worth a client
 * library each.
 */
public final class QueryApi {
  private static final int OK = 200;

  private final Service service;
  private final Site site;

  QueryApi(Service service, Site site) {
    this.service = Objects.requireNonNull(service, "service");
    this.site = Objects.requireNonNull(site, "site");
  }

  /** Which. */
  public enum Service {
    /** CloudFormation. */
    CLOUD_FORMATION("cloudformation", "2010-05-15"),
    /** CloudWatch. */
    CLOUD_WATCH("monitoring", "2010-08-01"),
    /** The Security Token Service. */
    STS("sts", "2011-06-15");

    private final String code;
    private final String version;

    Service(String code, String version) {
      this.code = code;
      this.version = version;
    }
  }

  /**
   * Calls it.
   *
   * @throws IllegalStateException if it refuses; the message is its own
   */
  public Xml call(String action, Map<String, String> parameters) {
    Map<String, String> form = new TreeMap<>(parameters);
    form.put("Action", action);
    form.put("Version", service.version);
    SignedRequest request = signed(ContentStreamProvider.fromUtf8String(encoded(form)));
    try (SdkHttpClient client = UrlConnectionHttpClient.create()) {
      HttpExecuteRequest.Builder call = HttpExecuteRequest.builder().request(request.request());
      request.payload().ifPresent(call::contentStreamProvider);
      return answer(action, client.prepareRequest(call.build()).call());
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    }
  }

  private SignedRequest signed(ContentStreamProvider body) {
    URI endpoint = site.endpoint(service.code);
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .uri(endpoint)
            .method(SdkHttpMethod.POST)
            .putHeader("Host", endpoint.getAuthority())
            .putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
            .build();
    return AwsV4HttpSigner.create()
        .sign(
            wanted ->
                wanted
                    .identity(site.credentials())
                    .request(request)
                    .payload(body)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service.code)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, site.region().id()));
  }

  private static Xml answer(String action, HttpExecuteResponse response) throws IOException {
    byte[] bytes = response.responseBody().orElseThrow().readAllBytes();
    if (response.httpResponse().statusCode() != OK) {
      throw new IllegalStateException(action + ": " + new String(bytes, UTF_8));
    }
    return Xml.read(new ByteArrayInputStream(bytes));
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }
}
