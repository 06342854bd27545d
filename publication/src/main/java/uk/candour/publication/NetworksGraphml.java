package uk.candour.publication;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import uk.candour.inquiry.Network;

/// Writes `networks.graphml`: the people of every network and who is named together with whom, for
/// Gephi and other programs that draw networks. People are cluster numbers.
final class NetworksGraphml {

  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
        <key id="label" for="node" attr.name="label" attr.type="string"/>
        <key id="kind" for="node" attr.name="kind" attr.type="string"/>
        <key id="network" for="node" attr.name="network" attr.type="int"/>
        <key id="weight" for="edge" attr.name="weight" attr.type="double"/>
        <graph id="networks" edgedefault="undirected">
      """;
  private static final String TAIL =
      """
        </graph>
      </graphml>
      """;

  private NetworksGraphml() {}

  static void write(Path file, List<Network> networks) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(HEAD);
      for (Network network : networks) {
        for (int suspect : network.suspects()) {
          node(out, network.number(), suspect, "suspect");
        }
        for (int child : network.children()) {
          node(out, network.number(), child, "child");
        }
      }
      int edge = 0;
      for (Network network : networks) {
        for (var tie : network.ties()) {
          out.write(
              """
                  <edge id="e%d" source="p%d" target="p%d"><data key="weight">%d</data></edge>
              """
                  .formatted(++edge, tie.suspect(), tie.other(), tie.entries()));
        }
      }
      out.write(TAIL);
    }
  }

  private static void node(BufferedWriter out, int network, int person, String kind)
      throws IOException {
    out.write(
        """
            <node id="p%d"><data key="label">%s %d</data><data key="kind">%s</data>\
        <data key="network">%d</data></node>
        """
            .formatted(person, kind, person, kind, network));
  }
}
