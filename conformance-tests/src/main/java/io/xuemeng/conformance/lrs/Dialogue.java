package io.xuemeng.conformance.lrs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpPlatform;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.junit.Check;
import io.xuemeng.conformance.result.Exchange;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Questions;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.role.XapiRoles;
import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Excerpt;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.lrs.statement.XapiVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one test says to an LRS in one version of xAPI, and what it hears. It shows of an unmet expectation the exchange before it. For
 * one test; not thread-safe.
 */
final class Dialogue {

    static final String VERSION = "X-Experience-API-Version";
    static final String CONSISTENT = "X-Experience-API-Consistent-Through";
    static final String JSON = "application/json";

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final Comparator<JsonNode> BY_VALUE = (one, other) -> {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    };
    private static final int PATIENCE_MILLIS = 2000;
    private static final int BREATH_MILLIS = 25;
    private static final int NOT_FOUND = 404;

    private final HttpPlatform platform;
    private final XapiVersion version;
    private final Check check;
    private final Names names;
    private @Nullable HttpQuestion question;
    private @Nullable HttpAnswer answer;
    private int settled;

    private Dialogue(HttpPlatform platform, XapiVersion version, Check check, Names names) {
        this.platform = platform;
        this.version = version;
        this.check = check;
        this.names = names;
    }

    /** One for each version that the LRS declares. */
    static List<Dialogue> each(HttpPlatform platform, Check check, Workspace workspace) {
        List<Dialogue> all = new ArrayList<>();
        for (XapiVersion version : Declared.known(workspace).versions()) {
            all.add(new Dialogue(platform, version, check, Names.fresh(workspace)));
        }
        return all;
    }

    /** One in a version, which the requirement asks the LRS to declare. */
    static Dialogue in(XapiVersion version, HttpPlatform platform, Check check, Workspace workspace) {
        return new Dialogue(platform, version, check, Names.fresh(workspace));
    }

    XapiVersion version() {
        return version;
    }

    boolean isOld() {
        return version == XapiVersion.V1_0;
    }

    /** Names that no other test uses. */
    Names names() {
        return names;
    }

    /** A request that says which version it speaks. */
    HttpQuestion question(String method, String path) {
        return HttpQuestion.of(method, path).header(VERSION, version.header());
    }

    HttpQuestion get(String path) {
        return question("GET", path);
    }

    /** A request that sends JSON. */
    HttpQuestion sending(String method, String path, String json) {
        return question(method, path).header("Content-Type", JSON).body(json);
    }

    /** Asks, and remembers what was asked and answered. */
    HttpAnswer ask(HttpQuestion asked) {
        return remember(asked, Questions.ask(() -> platform.ask(asked)));
    }

    private HttpAnswer remember(HttpQuestion asked, HttpAnswer given) {
        if (given.status() == 429 || given.status() == 503) {
            throw NoAnswerException.of("lrs.busy", asked, given.status());
        }
        return show(asked, given);
    }

    /** From here on it is stated of this answer what it must be. */
    HttpAnswer show(HttpQuestion asked, HttpAnswer given) {
        question = asked;
        answer = given;
        return given;
    }

    /** Asks again and again, a few times and ever later, what was answered by a status that says that it was not taken. */
    HttpAnswer askUntilTaken(HttpQuestion asked, Set<Integer> notTaken, int tries) {
        HttpAnswer given = Questions.ask(() -> platform.ask(asked));
        for (int done = 1; done < tries && notTaken.contains(given.status()); done++) {
            pause(BREATH_MILLIS << done);
            given = Questions.ask(() -> platform.ask(asked));
        }
        return remember(asked, given);
    }

    /** Asks several questions at once, and states what each answer must be. */
    void askAtOnce(List<HttpQuestion> questions, Predicate<HttpAnswer> right, Bilingual expected) {
        List<HttpAnswer> answers = askAtOnce(questions);
        for (int i = 0; i < questions.size(); i++) {
            HttpAnswer given = remember(questions.get(i), answers.get(i));
            must(right.test(given), expected);
        }
    }

    /** Asks several questions at once; the answers are in the order of the questions, and those of a busy store are among them. */
    List<HttpAnswer> askAtOnce(List<HttpQuestion> questions) {
        ExecutorService senders = Executors.newFixedThreadPool(questions.size());
        try {
            List<Future<HttpAnswer>> answers = new ArrayList<>();
            for (HttpQuestion asked : questions) {
                answers.add(senders.submit(() -> Questions.ask(() -> platform.ask(asked))));
            }
            return answers.stream().map(Dialogue::waitFor).toList();
        } finally {
            senders.shutdownNow();
        }
    }

    private static HttpAnswer waitFor(Future<HttpAnswer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NoAnswerException.of("command.interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof NoAnswerException given
                    ? given
                    : new NoAnswerException(Texts.of("spi.exception", e.getCause()), e);
        }
    }

    /** Asks what a test needs to be done before it can ask what it is about; when it is not done, nothing can be told. */
    HttpAnswer prepare(HttpQuestion asked) {
        return done(asked, ask(asked));
    }

    private static HttpAnswer done(HttpQuestion asked, HttpAnswer given) {
        if (given.status() < 200 || given.status() > 299) {
            throw NoAnswerException.of("lrs.setUp", asked, given.status(), shortened(given.text()));
        }
        return given;
    }

    /** Asks for a statement that was stored, again and again while the LRS does not show it, until patience ends. */
    HttpAnswer askStored(HttpQuestion asked) {
        return askStored(asked, deadline());
    }

    private HttpAnswer askStored(HttpQuestion asked, long deadline) {
        HttpAnswer given = ask(asked);
        while (given.status() == NOT_FOUND && System.nanoTime() < deadline) {
            pause(BREATH_MILLIS);
            given = ask(asked);
        }
        return given;
    }

    /** Asks for a statement that a test needs to see; when it is not shown in time, nothing can be told. */
    HttpAnswer prepareStored(HttpQuestion asked) {
        return done(asked, askStored(asked));
    }

    /** Asks, and expects a status. */
    HttpAnswer mustGive(int status, HttpQuestion asked) {
        HttpAnswer given = ask(asked);
        must(given.status() == status, Texts.of("lrs.expected.status", status));
        return given;
    }

    /** States what the last answer must be. */
    void must(boolean met, Bilingual expected) {
        check.must(met, () -> exchange(expected));
    }

    /** States what the last answer should be. */
    void should(boolean met, Bilingual expected) {
        check.should(met, () -> exchange(expected));
    }

    /** States what the last answer must be, or should, as strongly as a requirement says. */
    void expect(Level level, boolean met, Bilingual expected) {
        check.expect(level, met, () -> exchange(expected));
    }

    private Exchange exchange(Bilingual expected) {
        if (question == null || answer == null) {
            throw new IllegalStateException("nothing was asked yet");
        }
        return new Exchange(
                Bilingual.same(Wording.of(question)),
                expected,
                Bilingual.same(Wording.of(answer)),
                platform.replay(question));
    }

    /** Stores statements and waits until the LRS shows them. */
    void store(JsonNode... statements) {
        for (JsonNode statement : statements) {
            prepare(sending("POST", "/statements", statement.toString()));
        }
        settle(statements[statements.length - 1].path("id").textValue());
    }

    /** Waits until the LRS shows a statement, and for as long as it says itself that it does not yet show all it stored. */
    void settle(String id) {
        long deadline = deadline();
        HttpQuestion asked = get("/statements").parameter("statementId", id);
        JsonNode last = json(done(asked, askStored(asked, deadline)));
        Optional<Instant> stored = XapiRoles.moment(last.path("stored").asText());
        while (stored.isPresent() && System.nanoTime() < deadline) {
            Optional<Instant> through = prepare(get("/statements").parameter("limit", "1"))
                    .header(CONSISTENT)
                    .flatMap(XapiRoles::moment);
            if (through.isEmpty() || !through.get().isBefore(stored.get())) {
                return;
            }
            pause(BREATH_MILLIS);
        }
    }

    /** Waits until everything that was sent before is shown, if it ever will be: stores a statement about nothing else and waits for it. */
    void settle() {
        String name = "settled" + ++settled;
        store(names.statement(name));
    }

    private static long deadline() {
        return System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NoAnswerException.of("command.interrupted");
        }
    }

    /** The JSON of an answer; the missing node when it is none. */
    static JsonNode json(HttpAnswer given) {
        return json(given.text());
    }

    /** Whether two documents say the same: members have no order, and numbers count by their value, so that 2.0 is 2. */
    static boolean isSame(JsonNode one, JsonNode other) {
        return one.equals(BY_VALUE, other);
    }

    static JsonNode json(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** The ids of the statements that an answer lists, in its order. */
    static List<String> ids(HttpAnswer given) {
        List<String> ids = new ArrayList<>();
        json(given)
                .path("statements")
                .forEach(statement -> ids.add(statement.path("id").asText()));
        return ids;
    }

    private static String shortened(String text) {
        return Excerpt.of(text, 200);
    }
}
