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

/** A provider whose answers carry the date that its clock shows. */
class ClockDifferenceTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private final Server provider = new Server();
  private final HttpProbe knock = new HttpProbe();
  private volatile String date = "";
  private URI door = URI.create("http://127.0.0.1:1");

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
    door = URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  @AfterEach
  void stop() throws Exception {
    provider.stop();
    knock.close();
  }

  @ParameterizedTest
  @CsvSource({"PT0S", "PT60S", "PT-60S"})
  void clocksThatNearlyAgree_areFine(Duration ahead) throws Exception {
    assertThat(lookAt(ahead)).isInstanceOf(Passed.class);
  }

  @ParameterizedTest
  @CsvSource({"PT61S, 61 seconds ahead of", "PT-5M, 5 minutes behind"})
  void clockThatIsOff_withinTheLeeway_isDoubtful(Duration ahead, String told) throws Exception {
    assertThat(lookAt(ahead)).isInstanceOf(Warning.class).asString().contains(told);
  }

  @ParameterizedTest
  @CsvSource({"PT301S, 5 minutes ahead of", "PT-24H, 24 hours behind"})
  void clockThatIsOff_beyondTheLeeway_isWrong(Duration ahead, String told) throws Exception {
    assertThat(lookAt(ahead)).isInstanceOf(Failed.class).asString().contains(told);
  }

  @Test
  void answerWithoutAReadableDate_isSkipped() throws Exception {
    date = "soon";

    assertThat(look()).isInstanceOf(Skipped.class);
  }

  private CheckFinding lookAt(Duration ahead) throws Exception {
    date = DateTimeFormatter.RFC_1123_DATE_TIME.format(NOW.plus(ahead).atOffset(ZoneOffset.UTC));
    return look();
  }

  private CheckFinding look() throws Exception {
    Duration leeway = Duration.ofMinutes(5);
    return new ClockDifference("provider", door, leeway, knock, InstantSource.fixed(NOW))
        .run()
        .getFirst();
  }
}
