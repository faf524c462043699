package dev.rampline.subscriber.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CredentialsTest {
  @Test
  void text_doesNotContainTheKey() {
    assertThat(new Credentials("s3cret", "STAGING")).hasToString("Credentials[hidden]");
  }
}
