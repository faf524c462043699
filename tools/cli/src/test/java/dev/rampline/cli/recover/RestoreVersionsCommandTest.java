package dev.rampline.cli.recover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.cli.CommandRun;
import dev.rampline.resources.QueuePlan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the command on real stores. {@code RestoredTableTest} tests its effect on consumers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestoreVersionsCommandTest {
  private final RecoveryFixture fixture = new RecoveryFixture();

  @AfterEach
  void empty() {
    fixture.empty();
  }

  @AfterAll
  void close() {
    fixture.close();
  }

  @Test
  void everyRecord_isRaisedToTheFloor_andSent() {
    fixture.createOrder("restored");

    CommandRun run = fixture.run("restore-versions", "--floor", "1000");

    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("floor    1000\nraised   ");
    assertThat(fixture.drainUntil(QueuePlan.EVENTS, "\"order/restored/1000\"")).isTrue();
    assertThat(fixture.run("restore-versions", "--floor", "1000", "--json").out())
        .isEqualToNormalizingNewlines(
            "{\"floor\":1000,\"raised\":0,\"remaining\":[],\"at\":\"order/restored\",\"stoppedBy\":null}\n");
  }

  @Test
  void missingBackup_isReported() {
    CommandRun run = fixture.run("restore-versions", "--from", "no-such-table");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("raised   0", "stopped  ");
    assertThat(run.err()).contains("Run it again with --floor ");
  }

  @Test
  void aws_needsAConfirmation() {
    CommandRun run = CommandRun.of("restore-versions", "--stack", "rampline");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("Add --yes to start");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "restore-versions --floor 0",
        "restore-versions --floor soon",
        "restore-versions --rate 0",
        "restore-versions --region eu-central-1",
      })
  void invalidArguments_areRejected(String line) {
    assertThat(CommandRun.of(line.split(" ")).code()).isEqualTo(2);
  }

  @Test
  void missingStores_areReportedInOneSentence() {
    CommandRun run = CommandRun.of("restore-versions", "--port-offset", "49999");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("Cannot connect to the stores. Start `./rampline dev` first");
  }
}
