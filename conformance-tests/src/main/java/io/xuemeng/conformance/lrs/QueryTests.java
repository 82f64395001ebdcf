package io.xuemeng.conformance.lrs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpPlatform;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.junit.Check;
import io.xuemeng.conformance.junit.ConformanceTest;
import io.xuemeng.conformance.junit.ForRole;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.role.XapiRoles;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.lrs.statement.XapiVersion;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How statements are listed: in which order, how many at a time, from when to when, and up to when the list is complete. */
@ForRole(Role.LRS)
final class QueryTests {

    private static final String STATEMENTS = "/statements";
    private static final int OK = 200;

    @ConformanceTest("LRS-130")
    void listsTheNewestFirst(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            List<String> ids = stored(lrs, 3);
            mustList(lrs, lrs.ask(list(lrs)), List.of(ids.get(2), ids.get(1), ids.get(0)));
        }
    }

    @ConformanceTest("LRS-131")
    void listsTheOldestFirstWhenAskedTo(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            List<String> ids = stored(lrs, 3);
            mustList(lrs, lrs.ask(list(lrs).parameter("ascending", "true")), ids);
        }
    }

    @ConformanceTest("LRS-132")
    void givesAsManyAsAskedForAndTheOthersOnFurtherPages(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            List<String> ids = stored(lrs, 5);
            mustGoThrough(lrs, list(lrs).parameter("ascending", "true").parameter("limit", "2"), ids, 2);
        }
    }

    @ConformanceTest("LRS-138")
    void furtherPagesKeepTheFilters(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            String activity = lrs.names().activity("p?part=1&of=2+1#题%201");
            List<String> ids = new ArrayList<>();
            for (String name : List.of("a", "b", "c", "d")) {
                String agent = name.equals("c") ? "another" : "甲 & 乙";
                ObjectNode statement = lrs.names().statement(name, agent, "did", "p");
                ((ObjectNode) statement.get("object")).put("id", activity);
                lrs.store(statement);
                if (agent.startsWith("甲")) {
                    ids.add(lrs.names().id(name));
                }
            }
            HttpQuestion question = lrs.get(STATEMENTS)
                    .parameter("agent", lrs.names().agent("甲 & 乙").toString())
                    .parameter("activity", activity)
                    .parameter("verb", lrs.names().verb("did"))
                    .parameter("ascending", "true")
                    .parameter("limit", "1");
            mustGoThrough(lrs, question, ids, 1);
        }
    }

    private static void mustGoThrough(Dialogue lrs, HttpQuestion first, List<String> ids, int limit) {
        List<String> seen = new ArrayList<>();
        HttpQuestion question = first;
        for (int page = 0; question != null && page <= ids.size(); page++) {
            HttpAnswer answer = lrs.ask(question);
            List<String> some = Dialogue.ids(answer);
            lrs.must(answer.status() == OK && some.size() <= limit, Texts.of("lrs.expected.atMost", limit));
            seen.addAll(some);
            question = further(lrs, answer);
        }
        lrs.must(seen.equals(ids), Texts.of("lrs.expected.pages", ids, seen));
    }

    private static @Nullable HttpQuestion further(Dialogue lrs, HttpAnswer answer) {
        String more = Dialogue.json(answer).path("more").asText();
        if (more.isEmpty()) {
            return null;
        }
        Optional<String> address = address(more);
        lrs.must(address.isPresent(), Texts.of("lrs.expected.more"));
        return address.map(given -> HttpQuestion.ofAddress("GET", given.startsWith("/") ? given : '/' + given)
                        .header(Dialogue.VERSION, lrs.version().header()))
                .orElse(null);
    }

    /** From the root of the host; nothing when it is no address that can be asked. */
    private static Optional<String> address(String more) {
        try {
            return Optional.of(new URI(more).toASCIIString().replaceFirst("^[a-z]+://[^/]*", ""));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    @ConformanceTest("LRS-133")
    void pointsToNoFurtherPageWhenThereIsNone(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            stored(lrs, 2);
            // All there is, and exactly as many as are asked for.
            for (HttpQuestion question : List.of(list(lrs), list(lrs).parameter("limit", "2"))) {
                HttpAnswer answer = lrs.ask(question);
                JsonNode result = Dialogue.json(answer);
                lrs.must(
                        answer.status() == OK
                                && result.path("statements").size() == 2
                                && result.path("more").asText().isEmpty(),
                        Texts.of("lrs.expected.noMore"));
            }
        }
    }

    @ConformanceTest("LRS-134")
    void listsWhatWasStoredAfterAMoment(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            List<String> ids = stored(lrs, 3);
            String moment = storedAt(lrs, ids.get(1));
            for (String form : List.of(moment, elsewhere(moment))) {
                HttpAnswer answer =
                        lrs.ask(list(lrs).parameter("ascending", "true").parameter("since", form));
                mustList(lrs, answer, List.of(ids.get(2)));
            }
        }
    }

    @ConformanceTest("LRS-135")
    void listsWhatWasStoredUpToAMoment(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            List<String> ids = stored(lrs, 3);
            String moment = storedAt(lrs, ids.get(1));
            for (String form : List.of(moment, elsewhere(moment))) {
                HttpAnswer answer =
                        lrs.ask(list(lrs).parameter("ascending", "true").parameter("until", form));
                mustList(lrs, answer, ids.subList(0, 2));
            }
        }
    }

    /** The same moment as clocks in China show it; what cannot be read stays as it is. */
    private static String elsewhere(String moment) {
        return XapiRoles.moment(moment)
                .map(instant -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(ZoneOffset.ofHours(8))))
                .orElse(moment);
    }

    @ConformanceTest("LRS-136")
    void saysUpToWhenItIsConsistent(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            String id = stored(lrs, 1).get(0);
            for (HttpQuestion question : List.of(list(lrs), lrs.get(STATEMENTS).parameter("statementId", id))) {
                HttpAnswer answer = lrs.ask(question);
                Optional<Instant> through = answer.header(Dialogue.CONSISTENT).flatMap(XapiRoles::moment);
                lrs.must(through.isPresent(), Texts.of("lrs.expected.moment", Dialogue.CONSISTENT));
            }
        }
    }

    @ConformanceTest("LRS-137")
    void saysWhenAStatementWasStored(HttpPlatform platform, Check check, Workspace workspace) {
        Dialogue lrs = Dialogue.in(XapiVersion.V2_0, platform, check, workspace);
        String id = stored(lrs, 1).get(0);
        HttpAnswer answer = lrs.ask(lrs.get(STATEMENTS).parameter("statementId", id));
        Optional<Instant> stored =
                XapiRoles.moment(Dialogue.json(answer).path("stored").asText());
        Optional<Instant> modified = answer.header("Last-Modified").flatMap(QueryTests::httpDate);
        lrs.must(
                stored.isPresent()
                        && modified.filter(date -> Duration.between(date, stored.get())
                                                .abs()
                                                .compareTo(Duration.ofSeconds(1))
                                        <= 0)
                                .isPresent(),
                Texts.of("lrs.expected.moment", "Last-Modified"));
    }

    static Optional<Instant> httpDate(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Stores statements one after the other, of one activity, each at a later moment than the one before. */
    static List<String> stored(Dialogue lrs, int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = "s" + i;
            ObjectNode statement = lrs.names().statement(name, "learner", "verb", "all");
            if (i > 0) {
                afterwards(lrs, ids.get(i - 1));
            }
            lrs.prepare(lrs.sending("POST", STATEMENTS, statement.toString()));
            ids.add(lrs.names().id(name));
        }
        lrs.settle(ids.get(count - 1));
        return ids;
    }

    /** Waits until a further statement is stored at another moment, for stores whose moments are milliseconds. */
    private static void afterwards(Dialogue lrs, String id) {
        Instant stored = XapiRoles.moment(storedAt(lrs, id)).orElse(Instant.MIN);
        long deadline = System.nanoTime() + 50_000_000L;
        while (!Instant.now().truncatedTo(ChronoUnit.MILLIS).isAfter(stored) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }

    private static String storedAt(Dialogue lrs, String id) {
        return Dialogue.json(lrs.prepareStored(lrs.get(STATEMENTS).parameter("statementId", id)))
                .path("stored")
                .asText();
    }

    private static HttpQuestion list(Dialogue lrs) {
        return lrs.get(STATEMENTS).parameter("activity", lrs.names().activity("all"));
    }

    static void mustList(Dialogue lrs, HttpAnswer answer, List<String> ids) {
        lrs.must(
                answer.status() == OK && Dialogue.ids(answer).equals(ids),
                Texts.of("lrs.expected.list", String.join(", ", ids)));
    }
}
