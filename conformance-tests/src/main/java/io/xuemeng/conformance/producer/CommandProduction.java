package io.xuemeng.conformance.producer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.command.CommandLine;
import io.xuemeng.conformance.command.JsonContract;
import java.util.List;
import java.util.Map;

/**
 * A producer that is a command, started once for each package. The contract is written out in {@code
 * docs/conformance/commands.md}.
 */
final class CommandProduction implements PackageProduction {

    static final String CONTRACT = "xuemeng.package-producer/1";
    static final List<String> PLACES = List.of("metadata", "content", "output");

    private final CommandLine command;

    CommandProduction(CommandLine command) {
        this.command = command;
    }

    @Override
    public Production produce(ProductionRequest request) {
        JsonNode answer = JsonContract.answer(command.run(places(request), question(request) + '\n'));
        boolean produced = JsonContract.oneOf(answer, "outcome", List.of("produced", "refused"))
                .equals("produced");
        return new Production(produced, JsonContract.text(answer, "message").orElse(null));
    }

    private static Map<String, String> places(ProductionRequest request) {
        return Map.of(
                "metadata", request.metadataFile().toString(),
                "content", request.content().toString(),
                "output", request.output().toString());
    }

    private static String question(ProductionRequest request) {
        ObjectNode question = JsonContract.question(CONTRACT);
        places(request).forEach(question::put);
        headings(question.putArray("organizations"), request.organizations());
        Signing signing = request.signing();
        if (signing != null) {
            question.putObject("sign")
                    .put("keystore", signing.keystore().toString())
                    .put("password", signing.password())
                    .put("role", signing.role());
        }
        return question.toString();
    }

    private static void headings(ArrayNode array, List<Heading> headings) {
        for (Heading heading : headings) {
            ObjectNode node = array.addObject().put("title", heading.title());
            if (heading.path() != null) {
                node.put("path", heading.path());
            }
            if (!heading.items().isEmpty()) {
                headings(node.putArray("items"), heading.items());
            }
        }
    }

    @Override
    public String replay(ProductionRequest request) {
        return command.replay(places(request), question(request));
    }
}
