package dev.rampline.adapter.dynamodb;

import dev.rampline.adapter.AwsUnderTest;
import dev.rampline.adapter.LocalStackAws;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoDbErasureLocalStackIT extends DynamoDbErasureContract {
  @RegisterExtension private static final LocalStackAws AWS = new LocalStackAws();

  @Override
  AwsUnderTest aws() {
    return AWS.aws();
  }
}
