package io.xuemeng.resource.content;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.FindingSink;
import java.io.IOException;
import java.io.InputStream;

/**
 * Looks into the files of a package: what they are by their content, whether their names agree, whether they are programs
 * or archives, and which label for AI-generated content (GB 45438-2025) they carry. It reports what {@link FileRequirement}
 * lists.
 *
 * <p>Labels are read from PNG, JPEG, WebP, PDF, MP4 and its kin, QuickTime, MP3, WAV, AVI and FLAC. They are not looked for in
 * other formats, nor in files within archives, so a missing label proves nothing.
 *
 * <p>A file is looked at while it streams past: feed a {@link ContentProbe} in the pass that checks the file's CRC. Most
 * files cost a look at their first kilobyte. Immutable and thread-safe; a probe is for one file and one thread.
 */
public final class ContentInspector {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Limits limits;

    private ContentInspector(Limits limits) {
        this.limits = limits;
    }

    /**
     * An inspector that keeps some limits.
     *
     * @param limits a label, and what it is wrapped in, is read up to {@link Limits#textLength()} bytes, inflated or not;
     *     at most {@link Limits#documentBytes()} bytes of one PDF file are held
     */
    public static ContentInspector of(Limits limits) {
        return new ContentInspector(limits);
    }

    /** A probe for a file whose size is not known. */
    public ContentProbe probe(String path) {
        return probe(path, -1);
    }

    /**
     * A probe for a file.
     *
     * @param path the file within the package, which findings name and whose extension is judged
     * @param size the file's size in bytes as the archive declares it, -1 when unknown; only saves work, and may be wrong
     */
    public ContentProbe probe(String path, long size) {
        return new ContentProbe(path, size, limits);
    }

    /**
     * Inspects a file that is read as far as needed, which is not always to its end. The stream is not closed.
     *
     * @throws IOException when the stream cannot be read
     */
    public Inspection inspect(String path, InputStream content, FindingSink sink) throws IOException {
        ContentProbe probe = probe(path);
        byte[] buffer = new byte[BUFFER_BYTES];
        while (probe.wantsMore()) {
            int count = content.read(buffer);
            if (count < 0) {
                break;
            }
            probe.accept(buffer, 0, count);
        }
        return probe.finish(sink);
    }
}
