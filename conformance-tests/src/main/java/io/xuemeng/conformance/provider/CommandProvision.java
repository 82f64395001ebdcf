package io.xuemeng.conformance.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.command.CommandLine;
import io.xuemeng.conformance.command.JsonContract;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A sender that is a command, started once for each order. The contract is written out in {@code docs/conformance/commands.md}.
 */
final class CommandProvision implements RecordProvision {

    static final String CONTRACT = "xuemeng.record-provider/1";
    static final List<String> PLACES = List.of("endpoint");

    private final CommandLine command;

    CommandProvision(CommandLine command) {
        this.command = command;
    }

    @Override
    public Delivery send(RecordOrder order) {
        JsonNode answer = JsonContract.answer(command.run(places(order), question(order) + '\n'));
        boolean delivered = JsonContract.oneOf(answer, "outcome", List.of("delivered", "failed"))
                .equals("delivered");
        return new Delivery(delivered, JsonContract.text(answer, "message").orElse(null));
    }

    private static Map<String, String> places(RecordOrder order) {
        return Map.of("endpoint", order.endpoint().toString());
    }

    private static String question(RecordOrder order) {
        ObjectNode question = JsonContract.question(CONTRACT)
                .put("endpoint", order.endpoint().toString())
                .put("name", order.name())
                .put("password", order.password())
                .put("version", order.version());
        for (LearnerRecord record : order.records()) {
            ObjectNode node = question.withArray("records").addObject();
            node.putObject("account").put("homePage", record.homePage()).put("name", record.account());
            node.put("verb", record.verb()).put("activity", record.activity());
            if (!record.title().isEmpty()) {
                ObjectNode title = node.putObject("title");
                new TreeMap<>(record.title()).forEach(title::put);
            }
            node.put("time", record.time().toString());
            if (record.scaled() != null) {
                node.put("scaled", record.scaled());
            }
            if (record.duration() != null) {
                node.put("seconds", record.duration().toSeconds());
            }
        }
        return question.toString();
    }
}
