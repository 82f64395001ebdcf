package io.xuemeng.conformance.http;

import io.xuemeng.conformance.role.NoAnswerException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A platform that answers requests, as the kit talks to it: over HTTP, or in process without sockets. When it declares that several
 * tests may run at once, it is called by several threads at once.
 */
@FunctionalInterface
public interface HttpPlatform {

    /**
     * Answers a request, with the platform's credentials unless it is anonymous or brings its own.
     *
     * @throws NoAnswerException when there is no answer: not reached, too slow, broken off
     * @throws IOException when it could not be asked; taken for no answer, like every other exception
     */
    HttpAnswer ask(HttpQuestion question) throws IOException;

    /** A command that asks the same again, for reports; null when there is none. */
    default @Nullable String replay(HttpQuestion question) {
        return null;
    }
}
