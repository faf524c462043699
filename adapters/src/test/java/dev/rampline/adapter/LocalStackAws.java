package dev.rampline.adapter;

import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.services.sts.StsClient;

/** LocalStack in a container, or the AWS that the environment selects. */
public final class LocalStackAws extends SharedAws {
  private static final String IMAGE = "rampline.localstack.image";
  private static final String SUBSTITUTED = "localstack/localstack";

  @Override
  protected Running start() {
    return switch (AwsTestTarget.of(System.getenv())) {
      case AwsTestTarget.Container() -> container();
      case AwsTestTarget.Endpoint(var address) -> existing(AwsUnderTest.at(address));
      case AwsTestTarget.Account account -> {
        AwsUnderTest aws = new AwsUnderTest(new AwsTestEndpoint.Aws(), new AwsTestEndpoint.Aws());
        account.requireCaller(() -> caller(aws));
        yield existing(aws);
      }
    };
  }

  @SuppressWarnings("resource") // JUnit closes it through Running.
  private static Running container() {
    DockerImageName image =
        DockerImageName.parse(System.getProperty(IMAGE)).asCompatibleSubstituteFor(SUBSTITUTED);
    LocalStackContainer container =
        new LocalStackContainer(image)
            .withServices(
                "dynamodb",
                "dynamodbstreams",
                "sqs",
                "sns",
                "secretsmanager",
                "ssm",
                "cloudformation",
                "cloudwatch",
                "logs")
            // Wait for the services: the first call would exceed the client's timeout.
            .withEnv("EAGER_SERVICE_LOADING", "1");
    container.start();
    return new Running(AwsUnderTest.at(container.getEndpoint()), container::stop);
  }

  private static Running existing(AwsUnderTest aws) {
    return new Running(aws, aws::deleteTable);
  }

  private static String caller(AwsUnderTest aws) {
    try (StsClient client = aws.configure(StsClient.builder()).build()) {
      return client.getCallerIdentity().account();
    }
  }
}
