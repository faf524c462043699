package dev.rampline.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A part of an answer in XML, without its namespaces.
 *
 * @param node where it begins
 */
public record Xml(Node node) {
  public Xml {
    Objects.requireNonNull(node, "node");
  }

  static Xml read(InputStream text) throws IOException {
    try {
      return new Xml(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(text));
    } catch (ParserConfigurationException | SAXException unreadable) {
      throw new IOException(unreadable);
    }
  }

  /** What stands at that path; empty if nothing does. */
  public String text(String path) {
    try {
      return XPathFactory.newInstance().newXPath().evaluate(path, node);
    } catch (XPathExpressionException wrong) {
      throw new IllegalArgumentException(path, wrong);
    }
  }

  /** All that stands at that path. */
  public List<Xml> all(String path) {
    try {
      NodeList found =
          (NodeList)
              XPathFactory.newInstance().newXPath().evaluate(path, node, XPathConstants.NODESET);
      return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Xml::new).toList();
    } catch (XPathExpressionException wrong) {
      throw new IllegalArgumentException(path, wrong);
    }
  }
}
