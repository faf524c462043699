package dev.rampline.operations.stack;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.regions.Region;

/**
 * Region, endpoint and profile for AWS clients. The SDK's defaults apply to empty values.
 *
 * @param region the AWS region
 * @param endpoint one endpoint for every service
 * @param profile a profile of the AWS CLI
 */
public record AwsAccess(Optional<String> region, Optional<URI> endpoint, Optional<String> profile) {

  /** Builds a client with these values. */
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
    region.or(this::regionOfProfile).map(Region::of).ifPresent(builder::region);
    endpoint.ifPresent(builder::endpointOverride);
    profile.map(ProfileCredentialsProvider::create).ifPresent(builder::credentialsProvider);
    return builder.httpClientBuilder(UrlConnectionHttpClient.builder()).build();
  }

  private Optional<String> regionOfProfile() {
    return profile
        .flatMap(name -> ProfileFile.defaultProfileFile().profile(name))
        .flatMap(found -> found.property(ProfileProperty.REGION));
  }
}
