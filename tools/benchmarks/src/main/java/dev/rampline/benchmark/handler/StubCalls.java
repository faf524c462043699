package dev.rampline.benchmark.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;

/**
 * The calls that the stub has counted.
 *
 * @param all all calls
 * @param sends batches of messages
 * @param failedConditions writes whose condition did not hold: another writer was first
 */
record StubCalls(long all, long sends, long failedConditions) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Asks the stub. */
  static StubCalls read(URI stub) {
    try (InputStream answer = stub.resolve(AwsStub.CALLS).toURL().openStream()) {
      JsonNode counts = JSON.readTree(answer);
      long all = 0;
      for (JsonNode count : counts.path("calls")) {
        all += count.asLong();
      }
      return new StubCalls(
          all,
          counts.at("/calls/SendMessageBatch").asLong(),
          counts.path("failedConditions").asLong());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Makes the stub hold all calls. */
  static void hold(URI stub) throws IOException {
    stub.resolve(AwsStub.HOLD).toURL().openStream().close();
  }

  /** Makes the stub answer the calls that it holds, and all later ones. */
  static void release(URI stub) throws IOException {
    stub.resolve(AwsStub.RELEASE).toURL().openStream().close();
  }

  StubCalls minus(StubCalls earlier) {
    return new StubCalls(
        all - earlier.all, sends - earlier.sends, failedConditions - earlier.failedConditions);
  }
}
