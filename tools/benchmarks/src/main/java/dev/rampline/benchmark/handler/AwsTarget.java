package dev.rampline.benchmark.handler;

import dev.rampline.benchmark.BenchmarkDelivery;
import dev.rampline.embedded.LocalClients;
import dev.rampline.resources.LedgerTable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * AWS in another process.
 *
 * @param options the options of a process that connects to it
 */
record AwsTarget(
    ChildProcess process, URI tables, URI queues, String queueUrl, List<String> options)
    implements AutoCloseable {

  /** Starts the stub with plain HTTP. */
  static AwsTarget stub() throws IOException {
    return ofStub(ChildProcess.server(AwsStub.class), List.of());
  }

  /** Starts the stub with TLS. */
  static AwsTarget stub(Path keyStore) throws IOException {
    return ofStub(
        ChildProcess.server(AwsStub.class, keyStore.toString()), TlsFiles.trust(keyStore));
  }

  private static AwsTarget ofStub(ChildProcess process, List<String> options) throws IOException {
    URI endpoint = URI.create(process.readLine());
    return new AwsTarget(
        process, endpoint, endpoint, queue(endpoint, "rampline-events.fifo"), options);
  }

  /** Starts the embedded stores. */
  static AwsTarget stores() throws IOException {
    ChildProcess process = ChildProcess.server(StoresProcess.class);
    String[] addresses = process.readLine().split(" ", 3);
    return new AwsTarget(
        process, URI.create(addresses[0]), URI.create(addresses[1]), addresses[2], List.of());
  }

  /** Returns the environment variables of the webhook function. */
  Map<String, String> environment() {
    Map<String, String> variables = new HashMap<>();
    variables.put("AWS_REGION", LocalClients.REGION);
    variables.put("AWS_ACCESS_KEY_ID", LocalClients.CREDENTIALS);
    variables.put("AWS_SECRET_ACCESS_KEY", LocalClients.CREDENTIALS);
    variables.put("AWS_CONFIG_FILE", "none");
    variables.put("AWS_SHARED_CREDENTIALS_FILE", "none");
    variables.put("AWS_ENDPOINT_URL", tables.toString());
    variables.put("AWS_ENDPOINT_URL_SQS", queues.toString());
    variables.put("RAMPLINE_TABLE", LedgerTable.NAME);
    variables.put("RAMPLINE_QUEUE_URL", queueUrl);
    variables.put("RAMPLINE_RETRY_QUEUE_URL", queue(queues, "rampline-retry"));
    variables.put("RAMPLINE_QUARANTINE_QUEUE_URL", queue(queues, "rampline-quarantine"));
    variables.put(
        "RAMPLINE_KEYS", "{\"accessTokens\":[\"%s\"]}".formatted(BenchmarkDelivery.ACCESS_TOKEN));
    variables.put("RAMPLINE_ENVIRONMENT", "benchmark");
    return variables;
  }

  private static String queue(URI endpoint, String name) {
    return endpoint + "/000000000000/" + name;
  }

  @Override
  public void close() {
    process.close();
  }
}
