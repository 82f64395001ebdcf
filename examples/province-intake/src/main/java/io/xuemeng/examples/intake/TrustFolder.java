package io.xuemeng.examples.intake;

import io.xuemeng.examples.intake.report.Texts;
import io.xuemeng.resource.signature.PackageTrust;
import java.io.IOException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The folder that says whom to trust, as {@code --trust} names it. */
final class TrustFolder {

    private TrustFolder() {}

    /** Reads it, or says on the command line what is wrong with it. */
    static PackageTrust read(Path folder, CommandLine command, Locale locale) {
        try {
            return PackageTrust.fromFolder(folder);
        } catch (NotDirectoryException e) {
            throw refused(folder, Texts.of(locale, "cause.noFolder"), command, locale);
        } catch (IOException e) {
            throw refused(folder, Causes.of(e, locale), command, locale);
        } catch (CertificateException e) {
            throw refused(folder, String.valueOf(e.getMessage()), command, locale);
        }
    }

    private static ParameterException refused(Path folder, String cause, CommandLine command, Locale locale) {
        return new ParameterException(command, Texts.of(locale, "failed.trust", folder, cause));
    }
}
