package io.xuemeng.conformance.hub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.net.Fetched;
import java.io.IOException;
import java.net.URI;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A hub that is wrong in one way in which a vendor's could be: it signs something else, or answers otherwise.
 *
 * @param name what it does
 * @param make makes it, anew for each run
 */
record HubMutant(String name, java.util.function.Supplier<HubPlatform> make) {

    /** How a hub answers, given how the right one does. */
    @FunctionalInterface
    interface Answering {
        HttpAnswer answer(String path, HttpQuestion question, HubPlatform right) throws IOException;
    }

    /** One that signs other things. */
    static HubMutant signing(String name, String kind, Consumer<Token> edit) {
        return signing(name, token -> token.kind.equals(kind), edit);
    }

    /** One that makes other statements, of itself and of members. */
    static HubMutant stating(String name, Consumer<Token> edit) {
        return signing(name, Token::isStatement, edit);
    }

    /** One whose claims are others. */
    static HubMutant claiming(String name, String kind, Consumer<ObjectNode> edit) {
        return signing(name, kind, token -> edit.accept(token.claims));
    }

    private static HubMutant signing(String name, Predicate<Token> which, Consumer<Token> edit) {
        return new HubMutant(
                name,
                () -> new HandMadeHub(KeyType.SM2, true, token -> {
                    if (which.test(token)) {
                        edit.accept(token);
                    }
                }));
    }

    /** One that answers otherwise. */
    static HubMutant answering(String name, Answering answering) {
        return new HubMutant(name, () -> over(new HandMadeHub(KeyType.SM2, true, token -> {}), answering));
    }

    /** One that answers otherwise at one place. */
    static HubMutant at(String path, String name, UnaryOperator<HttpAnswer> change) {
        return answering(name, (place, question, right) -> {
            HttpAnswer answer = right.ask(URI.create(HandMadeHub.HUB + place), question);
            return place.equals(path) ? change.apply(answer) : answer;
        });
    }

    /** One that takes a request for another. */
    static HubMutant taking(String path, String name, UnaryOperator<HttpQuestion> view) {
        return answering(
                name,
                (place, question, right) -> right.ask(
                        URI.create(HandMadeHub.HUB + place), place.equals(path) ? view.apply(question) : question));
    }

    private static HubPlatform over(HubPlatform right, Answering answering) {
        return new HubPlatform() {
            @Override
            public HubTerms terms() {
                return right.terms();
            }

            @Override
            public HttpAnswer ask(URI address, HttpQuestion question) throws IOException {
                return answering.answer(address.getPath(), question, right);
            }

            @Override
            public Fetched fetch(URI address) throws IOException {
                return right.fetch(address);
            }
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
