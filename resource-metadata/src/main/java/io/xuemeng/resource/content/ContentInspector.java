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
 * <p>Where labels are looked for. The standard's text and the practice guides TC260-PG-20257A to 202510A were not available
 * to this project; these places were seen second-hand, in public implementations:
 *
 * <ul>
 *   <li>PNG: text chunks with the keyword {@code AIGC}, XMP, the EXIF user comment;
 *   <li>JPEG: XMP, extended XMP, the EXIF user comment; WebP: XMP and EXIF;
 *   <li>PDF: the key {@code /AIGC} of the document information dictionary, and the catalogue's XMP packet, plain or by
 *       FlateDecode; both also when objects stand in object streams and behind any number of updates up to 64. Held are the
 *       first 8 MiB and the last MiB: objects between them in larger files are not seen. Not looked at: other filters, the
 *       information dictionary of encrypted files, and metadata of single pages or pictures. When the cross-references are
 *       broken, {@code /AIGC} is searched for in what is held;
 *   <li>MP4, M4A, 3GP, QuickTime: under {@code moov} the item of the key {@code AIGC}, the iTunes item of that name, a box or
 *       a comment, and XMP, wherever {@code moov} stands; tracks' own metadata is not looked at;
 *   <li>WAV and AVI: a chunk {@code AIGC}, XMP, ID3; MP3: the ID3v2 frame {@code TXXX} and XMP; FLAC and Ogg: the Vorbis
 *       comment {@code AIGC}.
 * </ul>
 *
 * <p>They are not looked for in other formats, such as Matroska, FLV, GIF and Office documents, nor in files within archives,
 * nor when they are longer than the limit for texts: a missing label proves nothing.
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
