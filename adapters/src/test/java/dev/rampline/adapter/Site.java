package dev.rampline.adapter;

import dev.rampline.embedded.LocalClients;
import java.net.URI;
import java.util.Objects;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** Where calls to AWS go. */
sealed interface Site {

  /** Where a service is, by the code that AWS has for it. */
  URI endpoint(String service);

  Region region();

  AwsCredentials credentials();

  /** Has a client go there. */
  <B extends AwsClientBuilder<B, ?>> B lead(B builder);

  /** Everything at one address on this machine. */
  record Local(URI endpoint) implements Site {
    public Local {
      Objects.requireNonNull(endpoint, "endpoint");
    }

    @Override
    public URI endpoint(String service) {
      return endpoint;
    }

    @Override
    public Region region() {
      return Region.of(LocalClients.REGION);
    }

    @Override
    public AwsCredentials credentials() {
      return AwsBasicCredentials.create(LocalClients.CREDENTIALS, LocalClients.CREDENTIALS);
    }

    @Override
    public <B extends AwsClientBuilder<B, ?>> B lead(B builder) {
      return builder
          .endpointOverride(endpoint)
          .region(region())
          .credentialsProvider(StaticCredentialsProvider.create(credentials()));
    }
  }

  /** AWS itself, with the region and the credentials of the SDK's own environment. */
  record Aws() implements Site {
    @Override
    public URI endpoint(String service) {
      return URI.create("https://%s.%s.amazonaws.com/".formatted(service, region().id()));
    }

    @Override
    public Region region() {
      return DefaultAwsRegionProviderChain.builder().build().getRegion();
    }

    @Override
    public AwsCredentials credentials() {
      try (DefaultCredentialsProvider provider = DefaultCredentialsProvider.builder().build()) {
        return provider.resolveCredentials();
      }
    }

    @Override
    public <B extends AwsClientBuilder<B, ?>> B lead(B builder) {
      return builder;
    }
  }
}
