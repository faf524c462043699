package dev.rampline.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Rules for the image that the profile {@code image} builds. {@code .ci/image/check} runs it. */
class SubscriberImageTest {
  @Test
  void defaultBase_isPinnedByDigest() throws IOException {
    assertThat(Files.readString(Path.of("pom.xml")))
        .containsPattern(
            "<rampline\\.image\\.base>[^<]+@sha256:[0-9a-f]{64}</rampline\\.image\\.base>");
  }
}
