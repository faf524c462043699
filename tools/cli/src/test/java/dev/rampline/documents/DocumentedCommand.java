package dev.rampline.documents;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A command that a page tells its reader to type.
 *
 * @param page that tells so
 * @param text in one line, without what only explains it
 */
public record DocumentedCommand(String page, String text) {
  private static final Pattern COMMAND =
      Pattern.compile("(?:\\./rampline|mvn|sam|aws|docker|bash|curl|npm)(?: .*)?");
  private static final Pattern INLINE = Pattern.compile("`([^`\n]+)`");

  /** {@code ./rampline demo}, {@code docker run}: in a sentence, what it is called. */
  private static final Pattern NAME = Pattern.compile("\\S+(?: [a-z]+)?");

  /** All of them. */
  public static Stream<DocumentedCommand> all() {
    return Documents.pages().flatMap(page -> Stream.concat(inBlocks(page), inSentences(page)));
  }

  /** The commands of ours that sentences mention by their names. */
  public static Stream<DocumentedCommand> names() {
    return Documents.pages().flatMap(page -> inline(page, true)).filter(DocumentedCommand::isOurs);
  }

  private static Stream<DocumentedCommand> inBlocks(Path page) {
    String lines = String.join("\n", CodeBlocks.lines(Documents.text(page)));
    return commands(
        page, lines.replace("\\\n", " ").lines().map(line -> line.replaceFirst("^\\$ ", "")));
  }

  private static Stream<DocumentedCommand> inSentences(Path page) {
    return inline(page, false);
  }

  private static Stream<DocumentedCommand> inline(Path page, boolean named) {
    Stream<String> texts =
        INLINE
            .matcher(CodeBlocks.without(Documents.text(page)))
            .results()
            .map(found -> found.group(1));
    return commands(page, texts.filter(text -> NAME.matcher(text).matches() == named));
  }

  private static Stream<DocumentedCommand> commands(Path page, Stream<String> texts) {
    return texts
        .flatMap(text -> Stream.of(text.split(" && ")))
        .map(text -> text.replaceFirst(" {2,}#.*", "").replaceAll("\\s+", " ").strip())
        .filter(COMMAND.asMatchPredicate())
        .map(text -> new DocumentedCommand(Documents.name(page), text));
  }

  /** Whether it is one of {@code ./rampline}'s. */
  public boolean isOurs() {
    return text.startsWith("./rampline");
  }
}
