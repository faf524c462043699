package dev.rampline.adapter;

import org.junit.jupiter.api.extension.RegisterExtension;

final class AwsIngestTest extends AwsIngestContract {
  @RegisterExtension private static final EmbeddedAws AWS = new EmbeddedAws();

  @Override
  AwsUnderTest aws() {
    return AWS.aws();
  }
}
