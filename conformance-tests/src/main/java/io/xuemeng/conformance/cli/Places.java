package io.xuemeng.conformance.cli;

import io.xuemeng.conformance.role.SettingsException;
import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Texts;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The files and folders that a command line names: what is wrong with one is said before anything else is done. Stateless. */
final class Places {

    private Places() {}

    /**
     * Where files are to be written; what is not there yet can be made.
     *
     * @throws SettingsException when a file is in its place or above it, or nothing may be written there
     */
    static void folder(Path folder) {
        Path there = folder.toAbsolutePath().normalize();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        if (there == null) {
            throw SettingsException.of("cli.missing", folder);
        }
        if (!Files.isDirectory(there)) {
            throw SettingsException.of("cli.notFolder", folder, there);
        }
        if (!Files.isWritable(there)) {
            throw SettingsException.of("cli.folderClosed", folder, there);
        }
    }

    /**
     * A file that is to be read.
     *
     * @throws SettingsException when it is not there, is a folder or may not be read
     */
    static void readable(Path file) {
        if (Files.isDirectory(file)) {
            throw SettingsException.of("cli.notFile", file);
        }
        if (!Files.exists(file)) {
            throw SettingsException.of("cli.missing", file);
        }
        if (!Files.isReadable(file)) {
            throw SettingsException.of("cli.closed", file);
        }
    }

    /**
     * A file that is to be made, in a folder that is there.
     *
     * @throws SettingsException when the folder is not there, is a file, or nothing may be written there
     */
    static void newFile(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        if (parent != null) {
            folder(parent);
            if (!Files.exists(parent)) {
                throw SettingsException.of("cli.noParent", file, parent);
            }
        }
    }

    /** What the system says of a place that turned out later not to be usable. */
    static Bilingual problem(FileSystemException e) {
        String place = e.getFile();
        if (e instanceof NoSuchFileException) {
            return Texts.of("cli.missing", place);
        }
        if (e instanceof AccessDeniedException) {
            return Texts.of("cli.closed", place);
        }
        String reason = e.getReason();
        return Texts.of("cli.unusable", place, reason == null ? e.getClass().getSimpleName() : reason);
    }
}
