package io.xuemeng.examples.intake;

import io.xuemeng.core.input.PositionalSource;
import io.xuemeng.core.requirement.Report;
import io.xuemeng.resource.packaging.PackageValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Judges files with the validator.
 *
 * @param validator shared by all threads
 */
record FileJudge(PackageValidator validator) implements Judge {

    /** The input is a pipe, a device or a socket: opening it may block for ever, and its bytes cannot be read twice. */
    static final class NotAFileException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public Report judge(Path input) throws IOException {
        if (Files.exists(input) && !Files.isRegularFile(input) && !Files.isDirectory(input)) {
            throw new NotAFileException();
        }
        try (PositionalSource source = PositionalSource.of(input)) {
            return validator.validate(source, FileNames.shown(input));
        }
    }
}
