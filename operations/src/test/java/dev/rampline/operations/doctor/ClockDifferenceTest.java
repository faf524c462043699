package dev.rampline.operations.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.operations.doctor.CheckFinding.Failed;
import dev.rampline.operations.doctor.CheckFinding.Passed;
import dev.rampline.operations.doctor.CheckFinding.Skipped;
import dev.rampline.operations.doctor.CheckFinding.Warning;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares clocks with a provider that returns the date of its clock. */
class ClockDifferenceTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private final Server provider = new Server();
  private final HttpProbe probe = new HttpProbe();
  private volatile String date = "";
  private URI url = URI.create("http://127.0.0.1:1");

  @BeforeEach
  void start() throws Exception {
    HttpConfiguration undated = new HttpConfiguration();
    undated.setSendDateHeader(false);
    ServerConnector connector = new ServerConnector(provider, new HttpConnectionFactory(undated));
    connector.setHost("127.0.0.1");
    provider.addConnector(connector);
    provider.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            response.getHeaders().put("Date", date);
            response.setStatus(401);
            callback.succeeded();
            return true;
          }
        });
    provider.start();
    url = URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  @AfterEach
  void stop() throws Exception {
    provider.stop();
    probe.close();
  }

  @ParameterizedTest
  @CsvSource({"PT0S", "PT60S", "PT-60S"})
  void smallDifference_passes(Duration ahead) throws Exception {
    assertThat(runWithClock(ahead)).isInstanceOf(Passed.class);
  }

  @ParameterizedTest
  @CsvSource({"PT61S, 61 seconds ahead of", "PT-5M, 5 minutes behind"})
  void differenceWithinTheLeeway_causesAWarning(Duration ahead, String text) throws Exception {
    assertThat(runWithClock(ahead)).isInstanceOf(Warning.class).asString().contains(text);
  }

  @ParameterizedTest
  @CsvSource({"PT301S, 5 minutes ahead of", "PT-24H, 24 hours behind"})
  void differenceBeyondTheLeeway_fails(Duration ahead, String text) throws Exception {
    assertThat(runWithClock(ahead)).isInstanceOf(Failed.class).asString().contains(text);
  }

  @Test
  void responseWithoutAValidDate_isSkipped() throws Exception {
    date = "soon";

    assertThat(run()).isInstanceOf(Skipped.class);
  }

  private CheckFinding runWithClock(Duration ahead) throws Exception {
    date = DateTimeFormatter.RFC_1123_DATE_TIME.format(NOW.plus(ahead).atOffset(ZoneOffset.UTC));
    return run();
  }

  private CheckFinding run() throws Exception {
    Duration leeway = Duration.ofMinutes(5);
    return new ClockDifference("provider", url, leeway, probe, InstantSource.fixed(NOW))
        .run()
        .getFirst();
  }
}
