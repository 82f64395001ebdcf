package io.xuemeng.examples.intake;

import io.xuemeng.core.crypto.certificate.ValidationStatus;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.SafeText;
import io.xuemeng.examples.intake.report.Texts;
import io.xuemeng.resource.signature.PackageSignature;
import io.xuemeng.resource.signature.PackageVerifier;
import io.xuemeng.resource.signature.SignatureReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code xuemeng-intake verify}: who made a package, who reviewed it, is it untouched. */
@Command(name = "verify", mixinStandardHelpOptions = true, versionProvider = IntakeVersion.class)
final class VerifyCommand implements Callable<Integer> {

    private static final int MAX_SHOWN = 400;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final Language language = new Language();

    @Option(names = "--trust", paramLabel = "DIR", required = true, descriptionKey = "trust")
    @SuppressWarnings("NullAway.Init")
    private Path trust;

    @Parameters(paramLabel = "PACKAGE", arity = "1..*", descriptionKey = "packages")
    private List<Path> packages = new ArrayList<>();

    @Override
    public Integer call() {
        Locale locale = language.locale();
        PackageVerifier verifier = PackageVerifier.trusting(TrustFolder.read(trust, spec.commandLine(), locale));
        boolean allValid = true;
        boolean allRead = true;
        for (Path file : packages) {
            try {
                SignatureReport report = verifier.verify(file);
                print(file, report, locale);
                allValid &= report.status() == ValidationStatus.VALID;
            } catch (IOException e) {
                allRead = false;
                spec.commandLine()
                        .getErr()
                        .println(Texts.of(locale, "failed.verify", FileNames.shown(file), Causes.of(e, locale)));
            }
        }
        if (!allRead) {
            return Intake.NOT_FINISHED;
        }
        return allValid ? Intake.ACCEPTED : Intake.NOT_ACCEPTED;
    }

    private void print(Path file, SignatureReport report, Locale locale) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(status(report.status(), locale) + "  " + SafeText.visible(FileNames.shown(file), MAX_SHOWN));
        if (!report.isSigned()) {
            out.println("  " + Texts.of(locale, "unsigned"));
        }
        for (PackageSignature signature : report.signatures()) {
            out.println("  " + line(signature, locale));
        }
        for (Finding finding : report.findings()) {
            String place = finding.location().toString();
            out.println("  " + finding.id() + ' ' + (place.isEmpty() ? "" : place + ' ') + finding.message(locale));
        }
    }

    private static String line(PackageSignature signature, Locale locale) {
        String role = signature.role().map(known -> known.title(locale)).orElse("?");
        String signer = signature
                .signer()
                .map(text -> SafeText.visible(text, MAX_SHOWN))
                .orElse("?");
        String time = signature
                .time()
                .map(instant -> Texts.of(locale, timeKey(signature), shown(instant)))
                .orElse("");
        return status(signature.status(), locale) + "  " + role + "  " + signer + "  " + time + "  "
                + SafeText.visible(signature.result().path(), MAX_SHOWN);
    }

    private static String timeKey(PackageSignature signature) {
        return signature.result().provenTime().isPresent() ? "time.proven" : "time.stated";
    }

    private static String shown(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String status(ValidationStatus status, Locale locale) {
        return Texts.of(locale, "status." + status.name());
    }
}
