package dev.rampline.operations.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampline.embedded.LocalClients;
import java.net.URI;
import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;

/**
 * Lambda's API as AWS documents it, for one function, because LocalStack does not support aliases.
 */
final class ScriptedLambda implements AutoCloseable {
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);

  /**
   * Starts a server.
   *
   * @param path the only path that exists
   */
  ScriptedLambda(String path, String answer) throws Exception {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            boolean found = request.getHttpURI().getPathQuery().equals(path);
            response.setStatus(found ? 200 : 404);
            if (!found) {
              response.getHeaders().put("x-amzn-ErrorType", "ResourceNotFoundException");
            }
            response.write(
                true, ByteBuffer.wrap((found ? answer : "{}").getBytes(UTF_8)), callback);
            return true;
          }
        });
    server.start();
  }

  LambdaClient client() {
    return LambdaClient.builder()
        .endpointOverride(URI.create("http://127.0.0.1:" + connector.getLocalPort()))
        .region(Region.of(LocalClients.REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(LocalClients.CREDENTIALS, LocalClients.CREDENTIALS)))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception failure) {
      throw new IllegalStateException("Cannot stop the server", failure);
    }
  }
}
