package dev.rampline.function.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.TraceContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.ClearSystemProperty;
import org.junit.jupiter.api.util.SetSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XRayTraceTest {
  private static final String ROOT = "Root=1-5759e988-bd862e3fe1be46a994272793";
  private static final String PARENT = "Parent=53995c3f42cd8ad8";
  private static final String HEADER = ROOT + ";" + PARENT + ";Sampled=1";

  @ParameterizedTest
  @CsvSource({
    HEADER + ", 01",
    ROOT + ";" + PARENT + ";Sampled=0, 00",
    ROOT + ";" + PARENT + ";Sampled=?, 00",
    ROOT + ";" + PARENT + ", 00",
    "Sampled=1;" + PARENT + ";" + ROOT + ", 01",
    "Self=1-67891234-12456789abcdef012345678;" + HEADER + ";Lineage=1:a87bd80c:0, 01",
  })
  void x_ray_trace_is_converted_to_a_w3c_trace_context(String header, String flags) {
    assertThat(XRayTrace.parse(header).map(TraceContext::text))
        .contains("00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-" + flags);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ROOT + ";Sampled=1",
        PARENT + ";Sampled=1",
        "Root=2-5759e988-bd862e3fe1be46a994272793;" + PARENT,
        "Root=1-5759e988-bd862e3fe1be46a99427279;" + PARENT,
        "Root=1-5759E988-bd862e3fe1be46a994272793;" + PARENT,
        "Root=1-00000000-000000000000000000000000;" + PARENT,
        ROOT + ";Parent=0000000000000000",
        "NoRoot=1-5759e988-bd862e3fe1be46a994272793;" + PARENT,
      })
  void invalid_header_is_no_trace(String header) {
    assertThat(XRayTrace.parse(header)).isEmpty();
  }

  @Test
  @SetSystemProperty(key = XRayTrace.PROPERTY, value = HEADER)
  void invocation_in_lambda_has_the_trace_of_its_runtime() {
    assertThat(XRayTrace.ofInvocation()).isEqualTo(XRayTrace.parse(HEADER)).isPresent();
  }

  @Test
  @ClearSystemProperty(key = XRayTrace.PROPERTY)
  void invocation_outside_lambda_has_no_trace() {
    assertThat(XRayTrace.ofInvocation()).isEmpty();
  }
}
