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
import java.time.Duration;
import java.time.Instant;
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
            List<String> seen = new ArrayList<>();
            HttpQuestion question = list(lrs).parameter("ascending", "true").parameter("limit", "2");
            for (int page = 0; question != null && page <= ids.size(); page++) {
                HttpAnswer answer = lrs.ask(question);
                List<String> some = Dialogue.ids(answer);
                lrs.must(answer.status() == OK && some.size() <= 2, Texts.of("lrs.expected.atMost", 2));
                seen.addAll(some);
                question = further(lrs, answer);
            }
            lrs.must(seen.equals(ids), Texts.of("lrs.expected.pages", ids, seen));
        }
    }

    private static @Nullable HttpQuestion further(Dialogue lrs, HttpAnswer answer) {
        String more = Dialogue.json(answer).path("more").asText();
        if (more.isEmpty()) {
            return null;
        }
        String address = more.replaceFirst("^[a-z]+://[^/]*", "");
        return HttpQuestion.ofAddress("GET", address.startsWith("/") ? address : '/' + address)
                .header(Dialogue.VERSION, lrs.version().header());
    }

    @ConformanceTest("LRS-133")
    void pointsToNoFurtherPageWhenThereIsNone(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            stored(lrs, 2);
            HttpAnswer answer = lrs.ask(list(lrs));
            JsonNode result = Dialogue.json(answer);
            lrs.must(
                    answer.status() == OK
                            && result.path("statements").isArray()
                            && result.path("more").asText().isEmpty(),
                    Texts.of("lrs.expected.noMore"));
        }
    }

    @ConformanceTest("LRS-134")
    void listsWhatWasStoredAfterAMoment(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            List<String> ids = stored(lrs, 3);
            String moment = storedAt(lrs, ids.get(1));
            HttpAnswer answer = lrs.ask(list(lrs).parameter("ascending", "true").parameter("since", moment));
            mustList(lrs, answer, List.of(ids.get(2)));
        }
    }

    @ConformanceTest("LRS-135")
    void listsWhatWasStoredUpToAMoment(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            List<String> ids = stored(lrs, 3);
            String moment = storedAt(lrs, ids.get(1));
            HttpAnswer answer = lrs.ask(list(lrs).parameter("ascending", "true").parameter("until", moment));
            mustList(lrs, answer, ids.subList(0, 2));
        }
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
