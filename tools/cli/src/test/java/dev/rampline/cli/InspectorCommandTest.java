package dev.rampline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InspectorCommandTest {
  @Test
  void withoutDev_oneSentenceSaysWhatToStart() {
    CommandRun run =
        CommandRun.of("inspector", "--port-offset", Integer.toString(FreeOffset.find()));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).hasLineCount(1).startsWith("./rampline dev is not running.");
  }

  @Test
  void optionsOfAStack_needOne() {
    CommandRun run = CommandRun.of("inspector", "--print-policy");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--print-policy need --stack");
  }
}
