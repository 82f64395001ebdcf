package io.xuemeng.conformance.hub;

import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.core.net.Fetched;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A hub as the kit talks to it: over HTTP, or in process without sockets. When it declares that several tests may run at once, it is called
 * by several threads at once.
 */
public interface HubPlatform {

    /** What is known of it beforehand. */
    HubTerms terms();

    /**
     * Asks the hub.
     *
     * @param address one of its addresses, without query
     * @param question the rest: its path is empty
     * @throws NoAnswerException when there is no answer
     * @throws IOException when it could not be asked; taken for no answer, like every other exception
     */
    HttpAnswer ask(URI address, HttpQuestion question) throws IOException;

    /**
     * Gets what another entity of the federation publishes.
     *
     * @throws IOException when it could not be asked, or must not be
     */
    Fetched fetch(URI address) throws IOException;

    /** A command that asks the same again, for reports; null when there is none. */
    default @Nullable String replay(URI address, HttpQuestion question) {
        return null;
    }
}
