package dev.rampline.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class ColorsTest {
  @Test
  void color_isUsedOnATerminalOnly() {
    assertThat(Colors.ansi(true, Map.of("TERM", "xterm"))).isEqualTo(Ansi.ON);
    assertThat(Colors.ansi(false, Map.of("TERM", "xterm"))).isEqualTo(Ansi.OFF);
  }

  @Test
  void color_canBeDisabled() {
    assertThat(Colors.ansi(true, Map.of("NO_COLOR", "1"))).isEqualTo(Ansi.OFF);
    assertThat(Colors.ansi(true, Map.of("NO_COLOR", ""))).isEqualTo(Ansi.ON);
    assertThat(Colors.ansi(true, Map.of("TERM", "dumb"))).isEqualTo(Ansi.OFF);
  }
}
