package dev.rampline.adapter;

import org.junit.jupiter.api.extension.RegisterExtension;

final class AwsIngestLocalStackIT extends AwsIngestContract {
  @RegisterExtension private static final LocalStackAws AWS = new LocalStackAws();

  @Override
  AwsUnderTest aws() {
    return AWS.aws();
  }
}
