package io.xuemeng.resource.packaging;

import io.xuemeng.core.input.PositionalSource;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.zip.ZipArchive;
import io.xuemeng.core.zip.ZipEntry;
import io.xuemeng.resource.signature.PackageVerifier;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Judges the signatures of one package, with a reading of its own: what was signed is hashed entry by entry. */
final class SignatureInspection {

    private final PackageVerifier verifier;

    SignatureInspection(PackageVerifier verifier) {
        this.verifier = verifier;
    }

    /** What is wrong with the signatures, or with there being none; a package that cannot be signed costs nothing. */
    List<Finding> run(ZipArchive archive, PositionalSource source, Deadline deadline) throws IOException {
        for (ZipEntry entry : archive.entries()) {
            if (mayBelongToSignature(entry.path())) {
                return verifier.findings(new TimedSource(source, deadline));
            }
        }
        return verifier.findingsOfUnsigned();
    }

    private static boolean mayBelongToSignature(String path) {
        return path.startsWith("META-INF/")
                && (path.contains("ASiCManifest") || path.contains("signature") || path.startsWith("META-INF/sm2/"));
    }

    /** Stops when the time is over. */
    private record TimedSource(PositionalSource source, Deadline deadline) implements PositionalSource {

        @Override
        public long size() throws IOException {
            return source.size();
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            deadline.check();
            return source.read(target, position);
        }

        /** Leaves the source open: it belongs to whoever opened it. */
        @Override
        public void close() {
            // Nothing of its own.
        }
    }
}
