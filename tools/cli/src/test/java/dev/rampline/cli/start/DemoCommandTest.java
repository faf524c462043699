package dev.rampline.cli.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Runs the complete demo: HTTP, handlers, table, stream, relay and queue. */
@Execution(ExecutionMode.CONCURRENT)
class DemoCommandTest {
  private final StringWriter printed = new StringWriter();

  @Test
  void demo_withoutAFault_findsNothing() {
    assertThat(execute("--orders", "20", "--json")).isZero();
    assertThat(printed.toString())
        .contains("\"lost\":[],\"doubled\":[],\"wrong\":[],\"forgeriesAccepted\":[]");
  }

  @Test
  void demo_endsWithTheVerdictAndTheNextCommand() {
    assertThat(execute("--orders", "3")).isZero();
    assertThat(printed.toString())
        .contains("\nPassed: no event was lost", "\nNext: ./rampline dev ");
  }

  @ParameterizedTest
  @CsvSource({"lose,Lost:", "duplicate,Doubled:", "wrong,Wrong:"})
  void demo_withAFault_namesItAndFails(String fault, String title) {
    assertThat(execute("--orders", "3", "--break", fault)).isEqualTo(1);
    assertThat(printed.toString())
        .contains(title, "Failed, as it must: the demo found the fault of --break " + fault);
  }

  @ParameterizedTest
  @CsvSource({"missing-lookup,Lost:", "accept-forgery,Forgeries accepted:"})
  void demo_withAFaultOfAnotherChannel_namesItAndFails(String fault, String title) {
    assertThat(execute("--orders", "20", "--drop-webhooks", "40", "--break", fault)).isEqualTo(1);
    assertThat(printed.toString()).contains(title);
  }

  @Test
  void demo_withDroppedWebhooksAndCutConnections_findsNothing() {
    assertThat(execute("--orders", "20", "--drop-webhooks", "60", "--cut-socket", "3")).isZero();
    assertThat(printed.toString()).contains("recovered by");
  }

  @Test
  void unknownFault_isRejected() {
    assertThat(execute("--fault", "api.unknown=3")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(execute("--drop-webhooks", "101")).isEqualTo(CommandLine.ExitCode.USAGE);
  }

  @Test
  void zeroOrders_areRejected() {
    assertThat(execute("--orders", "0")).isEqualTo(CommandLine.ExitCode.USAGE);
  }

  private int execute(String... options) {
    CommandLine line = new CommandLine(new DemoCommand());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(new PrintWriter(printed)).setErr(new PrintWriter(new StringWriter()));
    return line.execute(options);
  }
}
