package dev.rampline.deployment;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a YAML template as JSON, with intrinsic functions in their long form. */
final class YamlTemplateReader extends SafeConstructor {
  private static final JsonMapper JSON = new JsonMapper();

  private YamlTemplateReader() {
    super(new LoaderOptions());
    yamlMultiConstructors.put("!", new Intrinsic());
  }

  static ObjectNode read(Path template) throws IOException {
    Object tree = new Yaml(new YamlTemplateReader()).load(Files.readString(template));
    return JSON.valueToTree(tree);
  }

  private final class Intrinsic extends AbstractConstruct {
    @Override
    public Object construct(Node node) {
      String name = node.getTag().getValue().substring(1);
      Object argument = argument(node);
      return switch (name) {
        case "Ref", "Condition" -> Map.of(name, argument);
        case "GetAtt" -> Map.of("Fn::GetAtt", List.of(argument.toString().split("\\.", 2)));
        default -> Map.of("Fn::" + name, argument);
      };
    }

    private Object argument(Node node) {
      return switch (node) {
        case ScalarNode scalar -> scalar.getValue();
        case SequenceNode sequence -> constructSequence(sequence);
        case MappingNode mapping -> constructMapping(mapping);
        default -> throw new IllegalArgumentException("Unsupported node: " + node.getNodeId());
      };
    }
  }
}
