package dev.rampline.simulation.defect;

import java.util.regex.Pattern;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.UpdateSecretVersionStageRequest;
import software.amazon.awssdk.services.secretsmanager.model.UpdateSecretVersionStageResponse;

/**
 * Loses keys when the rotation stores them.
 *
 * @param lost the lost part of the document
 */
record RewritingSecretStore(SecretsManagerClient delegate, Pattern lost)
    implements SecretsManagerClient {
  /** All access tokens but the newest. */
  static final Pattern EARLIER_TOKENS =
      Pattern.compile("(?<=\"accessTokens\":\\[\\{[^}]{1,300}\\})[^\\]]*(?=\\])");

  /** The access tokens that a person added: they have no other member. */
  static final Pattern ADDED_TOKENS = Pattern.compile(",\\{\"value\":\"[^\"]*\"\\}");

  @Override
  public PutSecretValueResponse putSecretValue(PutSecretValueRequest request) {
    String fewer = lost.matcher(request.secretString()).replaceAll("");
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
