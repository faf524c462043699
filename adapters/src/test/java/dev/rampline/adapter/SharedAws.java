package dev.rampline.adapter;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Starts an AWS for the first test class that needs it and stops it after the last. */
public abstract class SharedAws implements BeforeAllCallback {
  private @Nullable AwsUnderTest aws;

  /** Starts the AWS. */
  protected abstract Running start();

  @Override
  public final void beforeAll(ExtensionContext context) {
    aws =
        context
            .getRoot()
            .getStore(Namespace.create(getClass()))
            .computeIfAbsent(getClass(), key -> start(), Running.class)
            .aws();
  }

  /** Returns the running AWS. */
  public final AwsUnderTest aws() {
    return Objects.requireNonNull(aws, "Not started. Register it as a static extension.");
  }

  /**
   * A running AWS, which JUnit closes.
   *
   * @param aws the AWS
   * @param end stops it
   */
  protected record Running(AwsUnderTest aws, Runnable end) implements AutoCloseable {
    @Override
    public void close() {
      end.run();
    }
  }
}
