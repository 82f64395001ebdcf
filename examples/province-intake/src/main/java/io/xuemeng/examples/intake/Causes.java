package io.xuemeng.examples.intake;

import io.xuemeng.examples.intake.report.Texts;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** Why a file could not be read or written, for people. */
final class Causes {

    private Causes() {}

    /** What the operating system says, in its language. */
    static String of(IOException e) {
        String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }

    /** The usual causes in the reader's language, the others as the operating system says them. */
    static String of(IOException e, Locale locale) {
        if (e instanceof NoSuchFileException) {
            return Texts.of(locale, "cause.missing");
        }
        if (e instanceof AccessDeniedException) {
            return Texts.of(locale, "cause.denied");
        }
        return switch (of(e)) {
            case "Is a directory" -> Texts.of(locale, "cause.folder");
            case "No space left on device" -> Texts.of(locale, "cause.full");
            default -> of(e);
        };
    }
}
