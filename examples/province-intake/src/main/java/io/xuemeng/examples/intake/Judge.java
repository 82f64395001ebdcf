package io.xuemeng.examples.intake;

import io.xuemeng.core.requirement.Report;
import java.io.IOException;
import java.nio.file.Path;

/** What judges one input. Used by several threads at once; honours an interrupt by ending with an exception. */
@FunctionalInterface
interface Judge {

    /**
     * Judges a file.
     *
     * @throws IOException when the environment keeps it from being read, or the thread was interrupted
     */
    Report judge(Path input) throws IOException;
}
