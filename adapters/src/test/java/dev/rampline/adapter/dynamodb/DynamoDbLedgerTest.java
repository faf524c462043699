package dev.rampline.adapter.dynamodb;

import dev.rampline.adapter.AwsUnderTest;
import dev.rampline.adapter.EmbeddedAws;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoDbLedgerTest extends DynamoDbLedgerContract {
  @RegisterExtension private static final EmbeddedAws AWS = new EmbeddedAws();

  @Override
  AwsUnderTest aws() {
    return AWS.aws();
  }
}
