package dev.rampline.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs every corpus input against its target, without a fuzzer. */
class CorpusTest {
  private static final int MOST_FILES = 300;
  private static final int MOST_BYTES = 300_000;

  @TestFactory
  Stream<DynamicContainer> everyInput_putInAgain_breaksNoProperty() {
    return Stream.of(FuzzTargetType.values())
        .map(target -> DynamicContainer.dynamicContainer(target.text(), inputs(target)));
  }

  @Test
  void everyFolder_belongsToATarget() throws IOException {
    try (Stream<Path> folders = Files.list(Corpus.FOLDER)) {
      assertThat(folders.map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.of(FuzzTargetType.values()).map(FuzzTargetType::text).toList());
    }
  }

  @Test
  void corpus_totalSize_isWithinLimit() {
    List<Path> files = Corpus.all();
    assertThat(files).hasSizeLessThan(MOST_FILES);
    assertThat(files.stream().mapToLong(file -> Corpus.read(file).length).sum())
        .isLessThan(MOST_BYTES);
  }

  private static Stream<DynamicTest> inputs(FuzzTargetType target) {
    List<Path> files = Corpus.of(target);
    assertThat(files).as("inputs of " + target.text()).isNotEmpty();
    FuzzTarget made = target.create();
    return files.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(), () -> made.check(Corpus.read(file))));
  }
}
