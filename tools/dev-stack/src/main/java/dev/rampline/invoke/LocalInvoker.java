package dev.rampline.invoke;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * Invokes a packaged function once, in its own process, through Lambda's runtime interface client.
 *
 * @param zip the package
 * @param environment the function's environment variables
 * @param snapshot whether to start with SnapStart hooks around a snapshot
 * @param log receives each line of output
 */
public record LocalInvoker(
    Path zip, Map<String, String> environment, boolean snapshot, Consumer<String> log) {
  /** The timeout of the webhook function in the template, plus startup time. */
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private static final String INITIALIZATION_TYPE = "AWS_LAMBDA_INITIALIZATION_TYPE";

  private static final String NATIVE_CLIENT =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  /** The runtime interface client and its dependencies; all other classes come from the package. */
  private static final List<Class<?>> RUNTIME =
      List.of(AWSLambda.class, Context.class, PojoSerializer.class, SdkInternalThreadLocal.class);

  /**
   * Invokes the function.
   *
   * @throws IOException if the package cannot be unpacked, or the function does not respond
   */
  public InvocationResult invoke(PackagedFunction function, byte[] event)
      throws IOException, InterruptedException {
    try (UnpackedFunctions task = UnpackedFunctions.of(zip);
        RuntimeApi api = RuntimeApi.start(event, TIMEOUT)) {
      Process process = start(function, task.folder(), api);
      Thread reader = Thread.ofVirtual().start(() -> process.inputReader().lines().forEach(log));
      try {
        return awaitResult(api, process);
      } finally {
        // Process#destroyForcibly closes the output before the reader has read all of it.
        process.toHandle().destroyForcibly();
        process.waitFor();
        reader.join();
      }
    }
  }

  private Process start(PackagedFunction function, Path task, RuntimeApi api) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                "-D%s=%s".formatted(NATIVE_CLIENT, nativeClient(task)),
                "-cp",
                runtime(),
                AWSLambda.class.getName(),
                function.handler())
            .directory(task.toFile())
            .redirectErrorStream(true);
    Map<String, String> variables = builder.environment();
    // Hides the AWS configuration of this machine from the function.
    variables.keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("RAMPLINE_"));
    variables.putAll(environment);
    variables.put(INITIALIZATION_TYPE, snapshot ? "snap-start" : "on-demand");
    variables.put("AWS_LAMBDA_RUNTIME_API", api.address());
    variables.put("_HANDLER", function.handler());
    variables.put("LAMBDA_TASK_ROOT", task.toString());
    variables.put(
        "AWS_LAMBDA_FUNCTION_NAME", "rampline-" + function.name().toLowerCase(Locale.ROOT));
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
    return builder.start();
  }

  private static InvocationResult awaitResult(RuntimeApi api, Process process)
      throws IOException, InterruptedException {
    CompletableFuture<Object> first = CompletableFuture.anyOf(api.result(), process.onExit());
    try {
      first.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
      if (api.result().isDone()) {
        return api.result().get();
      }
      throw new IOException("The function's process exited with code " + process.exitValue());
    } catch (TimeoutException timeout) {
      throw new IOException(
          "The function did not respond within " + TIMEOUT.toSeconds() + " s", timeout);
    } catch (ExecutionException broken) {
      throw new IOException("The runtime API failed", broken);
    }
  }

  /**
   * Unpacks the native part of the runtime interface client. The client itself would write to one
   * file in /tmp, which fails if another user has done so.
   */
  private static Path nativeClient(Path folder) throws IOException {
    if (!System.getProperty("os.name").equals("Linux")) {
      throw new IOException("Lambda's runtime interface client runs on Linux only");
    }
    boolean musl = Files.readString(Path.of("/proc/self/maps")).contains("ld-musl-");
    String name =
        "libaws-lambda-jni.linux%s-%s.so"
            .formatted(
                musl ? "_musl" : "",
                System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64");
    Path file = folder.resolve(name);
    try (InputStream library = AWSLambda.class.getResourceAsStream("/jni/" + name)) {
      Files.copy(Objects.requireNonNull(library, name), file);
    }
    return file;
  }

  private static String runtime() {
    return RUNTIME.stream()
        .map(LocalInvoker::codeLocation)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String codeLocation(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException invalid) {
      throw new IllegalStateException("Invalid class path entry", invalid);
    }
  }
}
