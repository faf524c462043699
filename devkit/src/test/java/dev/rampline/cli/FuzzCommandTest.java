package dev.rampline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FuzzCommandTest {
  @TempDir private Path folder;

  @Test
  void misspeltTarget_isMisuseAndAnsweredWithALikelyOneAndAll() {
    CommandRun run = CommandRun.of("fuzz", "verifer");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("there is no target verifer; did you mean verifier?", "handler, claim, socket");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "NaN", "10001", "soon"})
  void lengthThatMakesNoSense_isMisuse(String minutes) {
    CommandRun run = CommandRun.of("fuzz", "json", "--minutes", minutes);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--minutes");
  }

  @Test
  void inputThatBreaksNothing_replayed_isToldSo() throws IOException {
    Path input = Files.writeString(folder.resolve("input"), "seal jwt\n\n{}");

    CommandRun run = CommandRun.of("fuzz", "verifier", "--replay", input.toString());

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("No property breaks");
  }

  @Test
  void inputThatIsNotThere_replayed_isMisuse() {
    CommandRun run = CommandRun.of("fuzz", "verifier", "--replay", "nowhere");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("There is no file nowhere");
  }
}
