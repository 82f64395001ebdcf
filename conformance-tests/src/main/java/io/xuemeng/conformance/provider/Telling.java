package io.xuemeng.conformance.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.xuemeng.conformance.role.XapiRoles;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a statement tells what happened. */
final class Telling {

    private Telling() {}

    /** Whether it is about that learner, verb and activity. */
    static boolean isAbout(JsonNode statement, LearnerRecord record) {
        JsonNode account = statement.path("actor").path("account");
        return account.path("homePage").asText().equals(record.homePage())
                && account.path("name").asText().equals(record.account())
                && statement.path("verb").path("id").asText().equals(record.verb())
                && statement.path("object").path("id").asText().equals(record.activity());
    }

    /** What it tells otherwise, by the names of its members. */
    static List<String> differences(JsonNode statement, LearnerRecord record) {
        List<String> different = new ArrayList<>();
        if (!XapiRoles.moment(statement.path("timestamp").asText()).equals(Optional.of(record.time()))) {
            different.add("timestamp");
        }
        JsonNode name = statement.path("object").path("definition").path("name");
        for (Map.Entry<String, String> title : record.title().entrySet()) {
            if (!name.path(title.getKey()).asText().equals(title.getValue())) {
                different.add("object.definition.name." + title.getKey());
            }
        }
        JsonNode result = statement.path("result");
        BigDecimal scaled = record.scaled();
        if (scaled != null && !isNumber(result.path("score").path("scaled"), scaled)) {
            different.add("result.score.scaled");
        }
        Duration duration = record.duration();
        if (duration != null && !length(result.path("duration").asText()).equals(Optional.of(duration))) {
            different.add("result.duration");
        }
        return different;
    }

    private static boolean isNumber(JsonNode node, BigDecimal wanted) {
        return node.isNumber() && new BigDecimal(node.asText()).compareTo(wanted) == 0;
    }

    private static Optional<Duration> length(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static String of(LearnerRecord record) {
        return record.account() + ' ' + record.verb() + ' ' + record.activity();
    }
}
