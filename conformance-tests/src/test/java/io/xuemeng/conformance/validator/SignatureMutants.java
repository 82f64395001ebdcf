package io.xuemeng.conformance.validator;

import static io.xuemeng.conformance.validator.ValidatorMutant.reading;

import io.xuemeng.conformance.mutant.Archive;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Validators that judge signatures as careless ones do. */
final class SignatureMutants {

    private static final Pattern URI = Pattern.compile("URI=\"([^\"]*)\"");
    private static final String MANIFEST = "META-INF/ASiCManifest";

    private SignatureMutants() {}

    static List<ValidatorMutant> all() {
        return List.of(
                judging("looks at no signature", (right, request, trust) -> new Judgement(true, List.of())),
                judging("asks only whether there is a signature", (right, request, trust) -> {
                    SdkVerification verified = SdkVerification.of(request, trust);
                    return new Judgement(verified.signed(), verified.judgement().reasons());
                }),
                judging("verifies one file and no other", (right, request, trust) -> {
                    Optional<String> first = content(Files.readAllBytes(request.file()));
                    return first.isEmpty() || SdkVerification.isByRole(trust)
                            ? right.judge(request)
                            : SdkVerification.ofEntry(request, trust, first.get())
                                    .judgement();
                }),
                judging(
                        "judges certificates as of the day of signing",
                        (right, request, trust) ->
                                right.judge(at(request, trust, Instant.parse("2026-09-01T09:00:00Z")))),
                judging(
                        "judges certificates years later",
                        (right, request, trust) ->
                                right.judge(at(request, trust, Instant.parse("2036-01-01T00:00:00Z")))),
                judging("judges with a clock that is two months slow", (right, request, trust) -> {
                    Instant time = trust.time();
                    return right.judge(time == null ? request : at(request, trust, time.minus(Duration.ofDays(61))));
                }),
                judging(
                        "asks nobody whether a certificate was revoked",
                        (right, request, trust) -> SdkVerification.isByRole(trust)
                                ? right.judge(request)
                                : SdkVerification.withoutRevocation(request, trust)
                                        .judgement()),
                judging(
                        "trusts authorities for timestamps and signers alike",
                        (right, request, trust) -> right.judge(new ValidationRequest(
                                request.file(),
                                request.profile(),
                                request.limits(),
                                new SignatureTrust(alike(trust.folder()), trust.time())))),
                reading("knows containers by their signatures and not by their type", SignatureMutants::typed),
                reading("does not see files that nobody signed", SignatureMutants::withoutUnsigned));
    }

    /** Judges signatures otherwise, and everything else as it should. */
    @FunctionalInterface
    private interface Judging {
        Judgement judge(PackageValidation right, ValidationRequest request, SignatureTrust trust) throws IOException;
    }

    private static ValidatorMutant judging(String name, Judging judging) {
        return new ValidatorMutant(name, right -> request -> {
            SignatureTrust trust = request.signatures();
            return trust == null ? right.judge(request) : judging.judge(right, request, trust);
        });
    }

    private static ValidationRequest at(ValidationRequest request, SignatureTrust trust, Instant time) {
        return new ValidationRequest(
                request.file(), request.profile(), request.limits(), new SignatureTrust(trust.folder(), time));
    }

    private static Path alike(Path trust) throws IOException {
        Path folder = Files.createTempDirectory("mutant-trust");
        for (String to : List.of(SignatureTrust.ANY_ROLE, SignatureTrust.TIMESTAMP)) {
            Path target = Files.createDirectories(folder.resolve(to));
            try (Stream<Path> files = Files.walk(trust)) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    Files.copy(file, target.resolve(file.getParent().getFileName() + "-" + file.getFileName()));
                }
            }
        }
        return folder;
    }

    private static Optional<String> content(byte[] bytes) {
        return Archive.files(bytes, StandardCharsets.UTF_8)
                .flatMap(files -> files.keySet().stream()
                        .filter(name -> !name.startsWith("META-INF/") && !name.equals("mimetype"))
                        .findFirst());
    }

    private static boolean isSigned(byte[] bytes) {
        return Archive.files(bytes, StandardCharsets.UTF_8)
                .filter(files -> files.keySet().stream().anyMatch(name -> name.startsWith(MANIFEST)))
                .isPresent();
    }

    private static byte[] typed(byte[] bytes) {
        byte[] type = "application/vnd.etsi.asic-e+zip".getBytes(StandardCharsets.US_ASCII);
        return isSigned(bytes) ? Archive.withFile(bytes, "mimetype", there -> type) : bytes;
    }

    /** The files that a manifest names, and those of the signatures themselves. */
    private static byte[] withoutUnsigned(byte[] bytes) {
        if (!isSigned(bytes)) {
            return bytes;
        }
        return Archive.withFiles(bytes, files -> {
            Set<String> named = new TreeSet<>();
            files.forEach((name, content) -> {
                if (name.startsWith(MANIFEST)) {
                    URI.matcher(new String(content, StandardCharsets.UTF_8))
                            .results()
                            .map(match -> match.group(1).replace("+", "%2B"))
                            .forEach(uri -> named.add(URLDecoder.decode(uri, StandardCharsets.UTF_8)));
                }
            });
            files.keySet()
                    .removeIf(
                            name -> !named.contains(name) && !name.equals("mimetype") && !name.startsWith("META-INF/"));
            return files;
        });
    }
}
