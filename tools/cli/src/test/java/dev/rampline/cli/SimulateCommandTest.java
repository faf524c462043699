package dev.rampline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampline.simulation.defect.Defect;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SimulateCommandTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String TAKES_TIME = "in [0-9.]+ s:";

  @Test
  void succeedingSeeds_exitWith0_andAreSummarized() {
    CommandRun run = CommandRun.of("simulate", "--seeds", "3");

    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out()).contains("3 seeds in", ": 0 failed.", " steps, ", " versions; ");
  }

  @Test
  void injectedDefect_exitsWith1_andIsReportedBriefly() {
    CommandRun run = CommandRun.of("simulate", "--seeds", "2", "--break", "relay-with-new-id");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains(" failed:", "was sent with the deduplication ID", "Steps:")
        .contains("--break relay-with-new-id");
    assertThat(run.out().lines().count()).isLessThan(60);
  }

  @Test
  void failedSeed_hasTheSameReport_whenRepeated() {
    String[] again = {"simulate", "--seeds", "1", "--seed", "2", "--break", "relay-with-new-id"};

    assertThat(timeless(CommandRun.of(again))).isEqualTo(timeless(CommandRun.of(again)));
  }

  @Test
  void json_isOneLine_withTheSameResult() throws Exception {
    CommandRun sound = CommandRun.of("simulate", "--seeds", "2", "--json");
    CommandRun broken =
        CommandRun.of("simulate", "--seeds", "2", "--break", "relay-with-new-id", "--json");

    assertThat(sound.out().lines()).hasSize(1);
    assertThat(JSON.readTree(sound.out()).path("seeds").asInt()).isEqualTo(2);
    assertThat(JSON.readTree(sound.out()).path("failed").asInt()).isZero();
    assertThat(broken.code()).isEqualTo(1);
    JsonNode failure = JSON.readTree(broken.out()).path("failure");
    assertThat(failure.path("findings")).isNotEmpty();
    assertThat(failure.path("trace")).isNotEmpty();
  }

  @Test
  void zeroSeeds_areRejected() {
    assertThat(CommandRun.of("simulate", "--seeds", "0"))
        .satisfies(run -> assertThat(run.code()).isEqualTo(2))
        .satisfies(run -> assertThat(run.err()).contains("--seeds must be at least 1"));
  }

  @Test
  void unknownDefect_isRejectedWithTheList() {
    CommandRun run = CommandRun.of("simulate", "--break", "gremlins");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(Arrays.stream(Defect.values()).map(Defect::toString).toList());
  }

  private static String timeless(CommandRun run) {
    return run.out().replaceFirst(TAKES_TIME, "");
  }
}
