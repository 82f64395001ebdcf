package io.xuemeng.examples.intake;

import io.xuemeng.core.asic.MimeTypePlace;
import io.xuemeng.core.asic.SignedFiles;
import io.xuemeng.core.asic.UnsignableContainerException;
import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.certificate.ValidationMaterial;
import io.xuemeng.core.crypto.timestamp.HttpTimestampAuthority;
import io.xuemeng.core.crypto.timestamp.TimestampClient;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.examples.intake.report.Texts;
import io.xuemeng.resource.signature.PackageSigner;
import io.xuemeng.resource.signature.SignerRole;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code xuemeng-intake sign}: signs packages in place, as their author, publisher, reviewer or hub. */
@Command(name = "sign", mixinStandardHelpOptions = true, versionProvider = IntakeVersion.class)
final class SignCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final Language language = new Language();

    @Mixin
    private final KeyFiles keyFiles = new KeyFiles();

    @Option(names = "--key", paramLabel = "FILE", required = true, descriptionKey = "key")
    private List<Path> keys = new ArrayList<>();

    @Option(names = "--role", paramLabel = "author|publisher|reviewer|hub", required = true, descriptionKey = "role")
    @SuppressWarnings("NullAway.Init")
    private String role;

    @Option(names = "--embed", paramLabel = "DIR", descriptionKey = "embed")
    private @Nullable Path embedded;

    @Option(names = "--timestamp", paramLabel = "ADDRESS|FILE", descriptionKey = "timestamp")
    private @Nullable String timestamp;

    @Option(names = "--mimetype-in-comment", descriptionKey = "mimetype-in-comment")
    private boolean mimeTypeInComment;

    @Parameters(paramLabel = "PACKAGE", arity = "1..*", descriptionKey = "packages")
    private List<Path> packages = new ArrayList<>();

    @Override
    public Integer call() {
        Locale locale = language.locale();
        PackageSigner signer = signer(locale);
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        int failed = 0;
        for (Path file : packages) {
            try {
                SignedFiles signed = signer.sign(file);
                out.println(Texts.of(locale, "signed", FileNames.shown(file), String.join(", ", signed.signatures())));
            } catch (UnsignableContainerException e) {
                failed++;
                err.println(Texts.of(locale, "unsignable", FileNames.shown(file)));
                for (Finding finding : e.findings()) {
                    err.println("  " + finding.id() + ' ' + finding.message(locale));
                }
            } catch (IOException e) {
                failed++;
                err.println(Texts.of(locale, "failed.sign", FileNames.shown(file), Causes.of(e, locale)));
            }
        }
        return failed == 0 ? Intake.ACCEPTED : Intake.NOT_FINISHED;
    }

    private PackageSigner signer(Locale locale) {
        SignerRole signerRole = SignerRole.ofClaim(role)
                .orElseThrow(() -> usage(Texts.of(
                        locale,
                        "unknown.role",
                        role,
                        String.join(
                                ", ",
                                Arrays.stream(SignerRole.values())
                                        .map(SignerRole::claim)
                                        .toList()))));
        try {
            PackageSigner signer = PackageSigner.as(signerRole, keyFiles.read(keys.get(0), locale));
            for (Path further : keys.subList(1, keys.size())) {
                signer = signer.and(keyFiles.read(further, locale));
            }
            if (mimeTypeInComment) {
                signer = signer.withMimeType(MimeTypePlace.COMMENT);
            }
            return timestamped(embedded == null ? signer : signer.embedding(material(embedded, locale)), locale);
        } catch (IllegalArgumentException e) {
            throw usage(Texts.of(locale, "same.form"));
        }
    }

    private PackageSigner timestamped(PackageSigner signer, Locale locale) {
        if (timestamp == null) {
            return signer;
        }
        if (timestamp.startsWith("http://") || timestamp.startsWith("https://")) {
            return signer.timestampedBy(
                    TimestampClient.of(HttpTimestampAuthority.at(URI.create(timestamp)), DigestAlgorithm.SHA_256));
        }
        SigningKey key = keyFiles.read(Path.of(timestamp), locale);
        DigestAlgorithm digest =
                key.verificationKey().type() == KeyType.SM2 ? DigestAlgorithm.SM3 : DigestAlgorithm.SHA_256;
        ValidationMaterial material = embedded == null ? ValidationMaterial.none() : material(embedded, locale);
        return signer.timestampedBy(TimestampClient.of(DemonstrationKeys.timestampAuthority(key, material), digest));
    }

    private ValidationMaterial material(Path folder, Locale locale) {
        try {
            return ValidationMaterial.fromFolder(folder);
        } catch (IOException e) {
            throw usage(Texts.of(locale, "failed.trust", folder, Causes.of(e, locale)));
        } catch (CertificateException e) {
            throw usage(Texts.of(locale, "failed.trust", folder, String.valueOf(e.getMessage())));
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
