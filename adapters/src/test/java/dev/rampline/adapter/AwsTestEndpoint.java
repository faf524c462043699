package dev.rampline.adapter;

import dev.rampline.embedded.LocalClients;
import java.net.URI;
import java.util.Objects;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/** Where a client of AWS goes. */
sealed interface AwsTestEndpoint {

  /** Has it go there. */
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

  /** AWS itself, with the region and the credentials of the SDK's own environment. */
  record Aws() implements AwsTestEndpoint {
    @Override
    public <B extends AwsClientBuilder<B, ?>> B configure(B builder) {
      return builder;
    }
  }
}
