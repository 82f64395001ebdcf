package io.xuemeng.conformance.validator;

import io.xuemeng.conformance.role.NoAnswerException;
import java.io.IOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A validator of packages, as the kit talks to it. A platform in Java implements {@link #judge}; others are plugged in as a
 * command line. When the platform declares that several tests may run at once, it is called by several threads at once.
 */
@FunctionalInterface
public interface PackageValidation {

    /**
     * Judges a package.
     *
     * @throws NoAnswerException when the validator gave no answer that can be understood
     * @throws IOException when it could not be asked; taken for no answer, like every other exception
     */
    Judgement judge(ValidationRequest request) throws IOException;

    /**
     * Told before any test what will be asked, so that a validator that starts slowly can do it all in one go. Does nothing
     * unless overridden.
     */
    default void announce(Collection<ValidationRequest> requests) {}

    /** A command that asks the same again, for reports; null when there is none. */
    default @Nullable String replay(ValidationRequest request) {
        return null;
    }
}
