package dev.rampline.documents;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A command in a documentation page.
 *
 * @param page the page's name
 * @param text the command in one line, without comments
 */
public record DocumentedCommand(String page, String text) {
  private static final Pattern COMMAND =
      Pattern.compile("(?:\\./rampline|mvn|sam|aws|docker|bash|curl|npm)(?: .*)?");
  private static final Pattern INLINE = Pattern.compile("`([^`\n]+)`");

  /** The name of a command in a sentence, such as {@code ./rampline demo} or {@code docker run}. */
  private static final Pattern NAME = Pattern.compile("\\S+(?: [a-z]+)?");

  /** Returns all documented commands. */
  public static Stream<DocumentedCommand> all() {
    return Documents.pages().flatMap(page -> Stream.concat(inBlocks(page), inSentences(page)));
  }

  /** Returns the names of {@code ./rampline} commands in sentences. */
  public static Stream<DocumentedCommand> names() {
    return Documents.pages()
        .flatMap(page -> inline(page, true))
        .filter(DocumentedCommand::isRampline);
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

  /** Returns whether this is a {@code ./rampline} command. */
  public boolean isRampline() {
    return text.startsWith("./rampline");
  }
}
