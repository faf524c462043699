package dev.rampline.adapter.sqs;

import dev.rampline.adapter.AwsUnderTest;
import dev.rampline.adapter.EmbeddedAws;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqsQuarantineTest extends SqsQuarantineContract {
  @RegisterExtension private static final EmbeddedAws AWS = new EmbeddedAws();

  @Override
  AwsUnderTest aws() {
    return AWS.aws();
  }
}
