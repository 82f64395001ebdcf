package io.xuemeng.conformance.relyingparty;

import io.xuemeng.conformance.role.NoAnswerException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A relying party as the kit talks to it: in process, or behind a command or an HTTP hook. When it declares that several tests may run
 * at once, it is called by several threads at once.
 */
@FunctionalInterface
public interface TokenAcceptance {

    /**
     * Judges a token by what it would do with one in earnest, trusting the issuer of the question for this question alone.
     *
     * @throws NoAnswerException when there is no answer
     * @throws IOException when it could not be asked; taken for no answer, like every other exception
     */
    Acceptance judge(TokenQuestion question) throws IOException;

    /** What it says of itself. */
    default Terms terms() {
        return Terms.usual();
    }

    /** A command that asks the same again, for reports; null when there is none. */
    default @Nullable String replay(TokenQuestion question) {
        return null;
    }
}
