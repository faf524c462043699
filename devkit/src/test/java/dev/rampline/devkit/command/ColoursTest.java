package dev.rampline.devkit.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class ColoursTest {
  @Test
  void colour_isForATerminalAlone() {
    assertThat(Colours.ansi(true, Map.of("TERM", "xterm"))).isEqualTo(Ansi.ON);
    assertThat(Colours.ansi(false, Map.of("TERM", "xterm"))).isEqualTo(Ansi.OFF);
  }

  @Test
  void colour_isNeverWhereItIsNotWanted() {
    assertThat(Colours.ansi(true, Map.of("NO_COLOR", "1"))).isEqualTo(Ansi.OFF);
    assertThat(Colours.ansi(true, Map.of("NO_COLOR", ""))).isEqualTo(Ansi.ON);
    assertThat(Colours.ansi(true, Map.of("TERM", "dumb"))).isEqualTo(Ansi.OFF);
  }
}
