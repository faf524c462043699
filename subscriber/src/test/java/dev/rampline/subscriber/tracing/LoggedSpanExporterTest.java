package dev.rampline.subscriber.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.ConnectException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoggedSpanExporterTest {
  private final List<String> lines = new ArrayList<>();
  private CompletableResultCode next = CompletableResultCode.ofSuccess();

  private final LoggedSpanExporter exporter =
      new LoggedSpanExporter(
          new SpanExporter() {
            @Override
            public CompletableResultCode export(Collection<SpanData> spans) {
              return next;
            }

            @Override
            public CompletableResultCode flush() {
              return next;
            }

            @Override
            public CompletableResultCode shutdown() {
              return next;
            }
          },
          entry -> lines.add(entry.json()),
          InstantSource.system());

  @Test
  void firstFailure_ofAnOutage_isLogged() {
    export(failure());
    export(failure());
    assertThat(lines).hasSize(1);

    export(CompletableResultCode.ofSuccess());
    assertThat(lines).hasSize(1);

    export(failure());
    assertThat(lines).hasSize(2);
  }

  @Test
  void logEntry_containsTheCause_andNoMessage() {
    export(failure());

    assertThat(lines.getFirst())
        .contains("\"traceExport\":\"failed\"", "\"cause\":\"connection-refused\"")
        .doesNotContain("canary");
  }

  @Test
  void result_isThatOfTheExporter() {
    for (CompletableResultCode result :
        List.of(CompletableResultCode.ofSuccess(), CompletableResultCode.ofFailure())) {
      next = result;

      assertThat(exporter.export(List.of())).isSameAs(result);
      assertThat(exporter.flush()).isSameAs(result);
      assertThat(exporter.shutdown()).isSameAs(result);
    }
  }

  private void export(CompletableResultCode result) {
    next = result;
    exporter.export(List.of());
  }

  private static CompletableResultCode failure() {
    return CompletableResultCode.ofExceptionalFailure(new ConnectException("canary"));
  }
}
