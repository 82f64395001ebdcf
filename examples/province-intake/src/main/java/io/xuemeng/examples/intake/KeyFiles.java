package io.xuemeng.examples.intake;

import io.xuemeng.core.crypto.KeyFault;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.UnusableKeyException;
import io.xuemeng.examples.intake.report.Texts;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reads key files; the password comes from a file, from the environment, or from whoever sits at the terminal, never from the line. */
final class KeyFiles {

    /** The variable that may hold the password. */
    static final String VARIABLE = "XUEMENG_KEY_PASSWORD";

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "password-file")
    private @Nullable Path passwordFile;

    /** Reads a key: PKCS#12, or PEM when the file's name ends in {@code .pem}. */
    SigningKey read(Path file, Locale locale) {
        char[] password = password(file, locale);
        try {
            SigningKey key = file.toString().toLowerCase(Locale.ROOT).endsWith(".pem")
                    ? SigningKey.fromPem(file, password)
                    : SigningKey.fromPkcs12(file, password);
            if (key.certificates().isEmpty()) {
                throw refused(file, Texts.of(locale, "cause.noCertificate"), locale);
            }
            return key;
        } catch (UnusableKeyException e) {
            throw refused(file, e.message(locale), locale);
        } catch (IOException e) {
            throw refused(file, Causes.of(e, locale), locale);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private char[] password(Path file, Locale locale) {
        if (passwordFile != null) {
            try {
                return Files.readString(passwordFile, StandardCharsets.UTF_8)
                        .strip()
                        .toCharArray();
            } catch (IOException e) {
                throw refused(passwordFile, Causes.of(e, locale), locale);
            }
        }
        String variable = System.getenv(VARIABLE);
        if (variable != null) {
            return variable.toCharArray();
        }
        Console console = Terminal.isAttached() ? System.console() : null;
        char[] typed = console == null ? null : console.readPassword("%s", Texts.of(locale, "password", file));
        if (typed == null) {
            throw refused(file, KeyFault.WRONG_PASSWORD.message(locale), locale);
        }
        return typed;
    }

    private ParameterException refused(Path file, String cause, Locale locale) {
        return new ParameterException(command.commandLine(), Texts.of(locale, "failed.key", file, cause));
    }
}
