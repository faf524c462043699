package dev.rampline.adapter;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Starts an AWS for the first test class that wants it and ends it after the last. */
public abstract class SharedAws implements BeforeAllCallback {
  private @Nullable AwsUnderTest aws;

  /** Starts it. */
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

  /** The running one. */
  public final AwsUnderTest aws() {
    return Objects.requireNonNull(aws, "Not started: register it as a static extension");
  }

  /**
   * What runs, for JUnit to close.
   *
   * @param aws where it is
   * @param end ends it
   */
  protected record Running(AwsUnderTest aws, Runnable end) implements AutoCloseable {
    @Override
    public void close() {
      end.run();
    }
  }
}
