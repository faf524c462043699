package dev.rampline.adapter;

import java.net.URI;
import java.util.Optional;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** LocalStack: the endpoint that the environment names, else a container of one's own. */
public final class LocalStackAws extends SharedAws {
  private static final String ENDPOINT = "RAMPLINE_AWS_ENDPOINT";
  private static final String IMAGE = "rampline.localstack.image";
  private static final String SUBSTITUTED = "localstack/localstack";

  @Override
  protected Running start() {
    return Optional.ofNullable(System.getenv(ENDPOINT))
        .filter(endpoint -> !endpoint.isEmpty())
        .map(endpoint -> at(URI.create(endpoint), () -> {}))
        .orElseGet(LocalStackAws::container);
  }

  @SuppressWarnings("resource") // JUnit closes it at the end, through Running
  private static Running container() {
    DockerImageName image =
        DockerImageName.parse(System.getProperty(IMAGE)).asCompatibleSubstituteFor(SUBSTITUTED);
    LocalStackContainer container =
        new LocalStackContainer(image)
            .withServices("dynamodb", "sqs", "secretsmanager")
            // Ready only when they are: the first call would wait longer than a client does.
            .withEnv("EAGER_SERVICE_LOADING", "1");
    container.start();
    return at(container.getEndpoint(), container::stop);
  }

  private static Running at(URI endpoint, Runnable end) {
    return new Running(new AwsUnderTest(endpoint, endpoint), end);
  }
}
