package dev.rampline.adapter;

import dev.rampline.embedded.LocalClients;
import java.net.URI;
import java.util.Objects;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/** The endpoint of an AWS client. */
sealed interface AwsTestEndpoint {

  /** Configures a client for this endpoint. */
  <B extends AwsClientBuilder<B, ?>> B configure(B builder);

  /** An address on this machine. */
  record Local(URI endpoint) implements AwsTestEndpoint {
    public Local {
      Objects.requireNonNull(endpoint, "endpoint");
    }

    @Override
    public <B extends AwsClientBuilder<B, ?>> B configure(B builder) {
      return builder
          .endpointOverride(endpoint)
          .region(Region.of(LocalClients.REGION))
          .credentialsProvider(
              StaticCredentialsProvider.create(
                  AwsBasicCredentials.create(LocalClients.CREDENTIALS, LocalClients.CREDENTIALS)));
    }
  }

  /** AWS itself, with the SDK's default region and credentials. */
  record Aws() implements AwsTestEndpoint {
    @Override
    public <B extends AwsClientBuilder<B, ?>> B configure(B builder) {
      return builder;
    }
  }
}
