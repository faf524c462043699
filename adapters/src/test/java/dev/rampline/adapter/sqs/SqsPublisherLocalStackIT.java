package dev.rampline.adapter.sqs;

import dev.rampline.adapter.AwsUnderTest;
import dev.rampline.adapter.LocalStackAws;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqsPublisherLocalStackIT extends SqsPublisherContract {
  @RegisterExtension private static final LocalStackAws AWS = new LocalStackAws();

  @Override
  protected AwsUnderTest aws() {
    return AWS.aws();
  }
}
