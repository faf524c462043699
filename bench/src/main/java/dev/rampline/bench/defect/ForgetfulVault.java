package dev.rampline.bench.defect;

import java.util.regex.Pattern;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.UpdateSecretVersionStageRequest;
import software.amazon.awssdk.services.secretsmanager.model.UpdateSecretVersionStageResponse;

/** Keeps of the access tokens the newest alone. */
record ForgetfulVault(SecretsManagerClient sound) implements SecretsManagerClient {
  private static final Pattern ALL_BUT_THE_FIRST =
      Pattern.compile("(\"accessTokens\":\\[\\{[^}]*\\})[^\\]]*\\]");

  @Override
  public PutSecretValueResponse putSecretValue(PutSecretValueRequest request) {
    String fewer = ALL_BUT_THE_FIRST.matcher(request.secretString()).replaceFirst("$1]");
    return sound.putSecretValue(request.toBuilder().secretString(fewer).build());
  }

  @Override
  public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
    return sound.getSecretValue(request);
  }

  @Override
  public UpdateSecretVersionStageResponse updateSecretVersionStage(
      UpdateSecretVersionStageRequest request) {
    return sound.updateSecretVersionStage(request);
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
