package io.xuemeng.conformance.producer;

import io.xuemeng.conformance.role.NoAnswerException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A producer of packages, as the kit talks to it. A platform in Java implements {@link #produce}; others are plugged in as a command line. */
@FunctionalInterface
public interface PackageProduction {

    /**
     * Makes a package, or refuses to.
     *
     * @throws NoAnswerException when the producer gave no answer that can be understood
     * @throws IOException when it could not be asked; taken for no answer, like every other exception
     */
    Production produce(ProductionRequest request) throws IOException;

    /** A command that asks the same again, for reports; null when there is none. */
    default @Nullable String replay(ProductionRequest request) {
        return null;
    }
}
