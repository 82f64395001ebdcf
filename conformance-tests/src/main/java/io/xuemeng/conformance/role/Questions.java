package io.xuemeng.conformance.role;

import io.xuemeng.conformance.text.Texts;
import java.util.concurrent.Callable;

/** Asking a platform in process, which may throw anything. */
public final class Questions {

    private Questions() {}

    /**
     * Asks.
     *
     * @return the answer
     * @throws NoAnswerException for whatever is thrown, and for null: the fault is the platform's, and what it would have
     *     answered is not known
     */
    public static <T> T ask(Callable<T> question) {
        T answer;
        try {
            answer = question.call();
        } catch (NoAnswerException e) {
            throw e;
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new NoAnswerException(Texts.of("spi.exception", e.toString()), e);
        }
        if (answer == null) {
            throw NoAnswerException.of("spi.null");
        }
        return answer;
    }
}
