package io.xuemeng.core.asic;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.timestamp.TimestampSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Valid containers of every kind. */
final class Originals {

    private static final byte[] PLAIN = Packages.zip(Packages.plain());
    private static final TimestampSource TIMESTAMPS = DemoPki.timestamps(DemoPki.TIMESTAMPER, DemoPki.SIGNED);

    private Originals() {}

    /** By an author and a reviewer, in both forms, with timestamps. */
    static Original reviewed() {
        byte[] signed = Packages.sign(PLAIN, DemoPki.author().timestamps(TIMESTAMPS));
        return new Original(
                "author and reviewer",
                Packages.sign(signed, DemoPki.reviewer().timestamps(TIMESTAMPS)),
                DemoPki.verifier(),
                false,
                2);
    }

    static List<Original> all() {
        return List.of(
                reviewed(),
                ours("author", Packages.sign(PLAIN, DemoPki.author()), 1),
                ours("seal", Packages.sign(PLAIN, by(DemoPki.SM2_AUTHOR)), 1),
                ours(
                        "signature, with the type in the comment",
                        Packages.sign(PLAIN, by(DemoPki.AUTHOR).mimeType(MimeTypePlace.COMMENT)),
                        1),
                ours("empty directories", Packages.sign(withDirectories(), DemoPki.author()), 1),
                ours(
                        "two authors and a seal",
                        Packages.sign(
                                Packages.sign(
                                        Packages.sign(PLAIN, by(DemoPki.AUTHOR)),
                                        by(DemoPki.REVIEWER).timestamps(TIMESTAMPS)),
                                by(DemoPki.SM2_REVIEWER)),
                        3),
                new Original(
                        "two authors side by side",
                        sideBySide(),
                        DemoPki.verifier().acceptParallelSignatures(),
                        false,
                        1,
                        2),
                new Original("made by DSS", madeByDss(), verifierOfDss(), true, 1),
                new Original(
                        "made by DSS, reviewed by us",
                        Packages.sign(madeByDss(), DemoPki.reviewer()),
                        verifierOfDss(),
                        false,
                        2));
    }

    private static Original ours(String name, byte[] container, int last) {
        return new Original(name, container, DemoPki.verifier(), false, last);
    }

    private static ContainerSigner.Builder by(Signer signer) {
        return ContainerSigner.builder()
                .signer(signer)
                .embed(DemoPki.lists(DemoPki.LIST, DemoPki.SM2_LIST))
                .clock(DemoPki.SIGNING);
    }

    private static byte[] withDirectories() {
        Map<String, byte[]> files = Packages.plain();
        for (String directory : List.of("empty/", "content/empty/", "deep/", "deep/empty/")) {
            files.put(directory, new byte[0]);
        }
        return Packages.zip(files);
    }

    private static byte[] sideBySide() {
        Map<String, byte[]> files = Forge.files();
        Map<String, byte[]> signed = new LinkedHashMap<>(files);
        int number = 1;
        for (Signer signer : List.of(DemoPki.AUTHOR, DemoPki.REVIEWER)) {
            byte[] manifest =
                    Forge.manifest(files).replace("001.", "00" + number + '.').getBytes(StandardCharsets.UTF_8);
            signed.put(ContainerPaths.manifest(number), manifest);
            signed.put(
                    ContainerPaths.signature(number),
                    Forge.message(signer, manifest)
                            .embed(DemoPki.lists(DemoPki.LIST))
                            .build());
            number++;
        }
        return Packages.zip(signed);
    }

    private static byte[] madeByDss() {
        try {
            return DssOracleTest.signWithDss(
                    DssOracleTest.documents(), DemoPki.AUTHOR, SignatureLevel.CAdES_BASELINE_B);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ContainerVerifier.Builder verifierOfDss() {
        // DSS embeds no revocation list at this level.
        return DemoPki.verifier().with(DemoPki.lists(DemoPki.LIST, DemoPki.TIMESTAMP_LIST));
    }
}
