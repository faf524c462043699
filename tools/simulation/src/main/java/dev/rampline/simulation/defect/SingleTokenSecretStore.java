package dev.rampline.simulation.defect;

import java.util.regex.Pattern;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.UpdateSecretVersionStageRequest;
import software.amazon.awssdk.services.secretsmanager.model.UpdateSecretVersionStageResponse;

/** Keeps only the newest access token. */
record SingleTokenSecretStore(SecretsManagerClient delegate) implements SecretsManagerClient {
  private static final Pattern ALL_BUT_THE_FIRST =
      Pattern.compile("(\"accessTokens\":\\[\\{[^}]*\\})[^\\]]*\\]");

  @Override
  public PutSecretValueResponse putSecretValue(PutSecretValueRequest request) {
    String fewer = ALL_BUT_THE_FIRST.matcher(request.secretString()).replaceFirst("$1]");
    return delegate.putSecretValue(request.toBuilder().secretString(fewer).build());
  }

  @Override
  public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
    return delegate.getSecretValue(request);
  }

  @Override
  public UpdateSecretVersionStageResponse updateSecretVersionStage(
      UpdateSecretVersionStageRequest request) {
    return delegate.updateSecretVersionStage(request);
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
