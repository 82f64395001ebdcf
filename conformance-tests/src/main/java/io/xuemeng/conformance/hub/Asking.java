package io.xuemeng.conformance.hub;

import com.fasterxml.jackson.databind.JsonNode;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.junit.Check;
import io.xuemeng.conformance.result.Exchange;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Questions;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Texts;
import java.net.URI;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What one test asks a hub, and what it hears. It shows of an unmet expectation the exchange before it. For one test; not thread-safe.
 */
final class Asking {

    static final String STATEMENT = "application/entity-statement+jwt";

    private final HubPlatform hub;
    private final Check check;
    private final Federation federation;
    private @Nullable URI address;
    private @Nullable HttpQuestion question;
    private @Nullable HttpAnswer answer;

    Asking(HubPlatform hub, Check check, Workspace workspace) {
        this.hub = hub;
        this.check = check;
        this.federation = Federation.of(hub, workspace);
    }

    HubTerms terms() {
        return hub.terms();
    }

    /** What is known of the hub and of its member. */
    Federation federation() {
        return federation;
    }

    /** Asks, and remembers what was asked and answered. */
    HttpAnswer ask(URI where, HttpQuestion asked) {
        URI place = Federation.withoutQuery(where);
        HttpQuestion full = Federation.withQueryOf(where, asked);
        HttpAnswer given = Questions.ask(() -> hub.ask(place, full));
        if (given.status() == 429 || given.status() == 503) {
            throw NoAnswerException.of("hub.busy", place, given.status());
        }
        address = place;
        question = full;
        answer = given;
        return given;
    }

    HttpAnswer configuration() {
        return ask(federation.configurationAddress(), get());
    }

    /** Asks the fetch endpoint for one entity. */
    HttpAnswer fetch(String subject) {
        return ask(federation.endpoint(Federation.FETCH), get().parameter("sub", subject));
    }

    HttpAnswer list() {
        return ask(federation.endpoint(Federation.LIST), get());
    }

    static HttpQuestion get() {
        return HttpQuestion.of("GET", "");
    }

    /** States what the last answer must be. */
    void must(boolean met, Bilingual expected) {
        check.must(met, () -> exchange(expected));
    }

    /** States what the last answer should be. */
    void should(boolean met, Bilingual expected) {
        check.should(met, () -> exchange(expected));
    }

    /** States that the last answer is a refusal in the form of the standard. */
    void mustRefuse(int status, String... errors) {
        if (answer == null) {
            throw new IllegalStateException("nothing was asked yet");
        }
        JsonNode said = Payload.json(answer.text());
        must(
                answer.status() == status
                        && answer.mediaType().equals("application/json")
                        && Arrays.asList(errors).contains(said.path("error").asText())
                        && said.path("error_description").isTextual(),
                Texts.of("hub.expected.refusal", status, String.join(" / ", errors)));
    }

    private Exchange exchange(Bilingual expected) {
        if (address == null || question == null || answer == null) {
            throw new IllegalStateException("nothing was asked yet");
        }
        return Wording.exchange(hub, address, question, expected, answer);
    }
}
