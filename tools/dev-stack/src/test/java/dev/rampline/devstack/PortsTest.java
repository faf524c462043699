package dev.rampline.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void defaultPorts_equalTheDocumentedPorts() {
    assertThat(Ports.withOffset(0)).isEqualTo(new Ports(8080, 8081, 8082, 8083, 8090, 8000, 9324));
  }

  @Test
  void offset_movesAllPorts() {
    assertThat(Ports.withOffset(100))
        .isEqualTo(new Ports(8180, 8181, 8182, 8183, 8190, 8100, 9424));
  }

  @Test
  void commandOption_isNeededForOtherThanTheDefaultPorts() {
    assertThat(Ports.withOffset(0).commandOption()).isEmpty();
    assertThat(Ports.withOffset(400).commandOption()).isEqualTo(" --port-offset 400");
    assertThat(Ports.ANY_FREE.commandOption()).isEmpty();
  }
}
