package dev.rampline.adapter.sqs;

import dev.rampline.adapter.AwsUnderTest;
import dev.rampline.adapter.EmbeddedAws;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqsPublisherTest extends SqsPublisherContract {
  @RegisterExtension private static final EmbeddedAws AWS = new EmbeddedAws();

  @Override
  protected AwsUnderTest aws() {
    return AWS.aws();
  }
}
