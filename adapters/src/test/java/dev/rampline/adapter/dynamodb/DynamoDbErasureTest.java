package dev.rampline.adapter.dynamodb;

import dev.rampline.adapter.AwsUnderTest;
import dev.rampline.adapter.EmbeddedAws;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoDbErasureTest extends DynamoDbErasureContract {
  @RegisterExtension private static final EmbeddedAws AWS = new EmbeddedAws();

  @Override
  AwsUnderTest aws() {
    return AWS.aws();
  }
}
