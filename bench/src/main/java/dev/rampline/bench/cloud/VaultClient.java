package dev.rampline.bench.cloud;

import dev.rampline.bench.world.Instance;
import dev.rampline.bench.world.Service;
import java.util.function.Supplier;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.UpdateSecretVersionStageRequest;
import software.amazon.awssdk.services.secretsmanager.model.UpdateSecretVersionStageResponse;

/** The secret as one process calls it. */
final class VaultClient implements SecretsManagerClient {
  private final Vault vault;
  private final Instance process;

  VaultClient(Vault vault, Instance process) {
    this.vault = vault;
    this.process = process;
  }

  @Override
  public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
    return call("reads the keys", this::current);
  }

  @Override
  public PutSecretValueResponse putSecretValue(PutSecretValueRequest request) {
    String label = request.versionStages().getFirst();
    return call("puts new keys aside", () -> putAside(request.secretString(), label));
  }

  @Override
  public UpdateSecretVersionStageResponse updateSecretVersionStage(
      UpdateSecretVersionStageRequest request) {
    return call("makes the new keys current", () -> move(request));
  }

  private GetSecretValueResponse current() {
    return GetSecretValueResponse.builder()
        .versionId(vault.current())
        .secretString(vault.document())
        .build();
  }

  private PutSecretValueResponse putAside(String document, String label) {
    return PutSecretValueResponse.builder().versionId(vault.putAside(document, label)).build();
  }

  private UpdateSecretVersionStageResponse move(UpdateSecretVersionStageRequest request) {
    if (!vault.move(
        request.versionStage(), request.removeFromVersionId(), request.moveToVersionId())) {
      throw InvalidParameterException.builder().message("The label stands elsewhere").build();
    }
    return UpdateSecretVersionStageResponse.builder().build();
  }

  private <T> T call(String what, Supplier<T> effect) {
    return process.call(Service.SECRET, what, new AwsRefusals(), effect);
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
