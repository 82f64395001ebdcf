package io.xuemeng.resource.content;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Argument;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.resource.metadata.AigcLabel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one file while its bytes stream past. Feed it every buffer until it wants no more, then finish it:
 *
 * <pre>{@code
 * ContentProbe probe = inspector.probe(path, size);
 * while ((count = in.read(buffer)) >= 0) {
 *     digest.update(buffer, 0, count);
 *     probe.accept(buffer, 0, count);
 * }
 * Inspection inspection = probe.finish(findings);
 * }</pre>
 *
 * <p>Not thread-safe.
 */
public final class ContentProbe {

    private final String path;
    private final long size;
    private final Limits limits;
    private byte[] head = new byte[0];
    private @Nullable FileType type;
    private @Nullable LabelScanner scanner;
    private @Nullable LabelCollector labels;
    private boolean finished;

    ContentProbe(String path, long size, Limits limits) {
        this.path = Objects.requireNonNull(path, "path");
        this.size = size;
        this.limits = limits;
    }

    /** Whether further bytes could still tell something; while false, {@link #accept} costs nothing. */
    public boolean wantsMore() {
        return !finished && (type == null || scanner != null);
    }

    /**
     * Takes the next bytes of the file; they are not kept, and the array may be used again.
     *
     * @return {@link #wantsMore()}
     * @throws IndexOutOfBoundsException when the array does not hold them
     * @throws IllegalStateException when it was finished before
     */
    public boolean accept(byte[] buffer, int offset, int length) {
        if (finished) {
            throw new IllegalStateException("the probe of " + path + " was finished before");
        }
        if (!wantsMore()) {
            return false;
        }
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (type != null) {
            feed(buffer, offset, length);
        } else if (head.length == 0 && length >= ContentSniffer.HEAD_BYTES) {
            recognise(ContentSniffer.sniff(buffer, offset, length));
            feed(buffer, offset, length);
        } else {
            int known = head.length;
            int part = Math.min(length, ContentSniffer.HEAD_BYTES - known);
            head = Arrays.copyOf(head, known + part);
            System.arraycopy(buffer, offset, head, known, part);
            if (head.length == ContentSniffer.HEAD_BYTES) {
                recognise(ContentSniffer.sniff(head));
                feed(head, 0, head.length);
                feed(buffer, offset + part, length - part);
            }
        }
        return wantsMore();
    }

    private void recognise(FileType found) {
        type = found;
        labels = new LabelCollector(limits);
        scanner = switch (found) {
            case PNG -> new PngLabels(labels);
            case JPEG -> new JpegLabels(labels);
            case WEBP, WAV, AVI -> new RiffLabels(labels);
            case MP4, QUICKTIME -> new Mp4Labels(labels);
            case MP3 -> new Id3Labels(labels);
            case FLAC -> new FlacLabels(labels);
            case OGG -> new OggLabels(labels);
            case PDF -> new PdfLabels(labels, size);
            default -> null;
        };
    }

    private void feed(byte[] buffer, int offset, int length) {
        if (scanner != null && length > 0 && !scanner.accept(buffer, offset, length)) {
            scanner.finish();
            scanner = null;
        }
    }

    /**
     * Ends the file, or the caller's interest in it, and says what was learnt.
     *
     * @param sink takes the findings, with the file as their location
     * @throws IllegalStateException when it was finished before
     */
    public Inspection finish(FindingSink sink) {
        if (finished) {
            throw new IllegalStateException("the probe of " + path + " was finished before");
        }
        if (type == null) {
            recognise(ContentSniffer.sniff(head));
            feed(head, 0, head.length);
        }
        if (scanner != null) {
            scanner.finish();
            scanner = null;
        }
        finished = true;
        FileType known = Objects.requireNonNull(type, "recognised above");
        Location location = Location.entry(path);
        judge(known, location, sink);
        List<FoundLabel> found = read(location, sink);
        return new Inspection(path, known, found, found.size() < embedded().size());
    }

    private void judge(FileType found, Location location, FindingSink sink) {
        String extension = FileNameType.extension(path);
        FileNameType.Agreement agreement = FileNameType.judge(extension, found);
        boolean program = found.family() == FileType.Family.PROGRAM && found != FileType.SCRIPT;
        if (agreement == FileNameType.Agreement.CONTRADICTS) {
            boolean disguised = found.family() == FileType.Family.PROGRAM;
            sink.report(
                    Finding.of(disguised ? FileRequirement.DISGUISED_PROGRAM : FileRequirement.TYPE_CONTRADICTS_NAME)
                            .at(location)
                            .with("found", term(found))
                            .with("extension", extension)
                            .with("expected", FileNameType.expectedLabels(extension))
                            .build());
        } else if (program || FileNameType.isProgram(extension, found)) {
            sink.report(Finding.of(FileRequirement.PROGRAM)
                    .at(location)
                    .with("found", program ? term(found) : new Argument.Text("." + extension))
                    .build());
        }
        if (FileNameType.isNestedArchive(path, found)) {
            sink.report(Finding.of(FileRequirement.NESTED_ARCHIVE)
                    .at(location)
                    .with("found", term(found))
                    .build());
        }
    }

    private static Argument term(FileType type) {
        return new Argument.Term(type.label(), type.chineseLabel());
    }

    private List<EmbeddedLabel> embedded() {
        return Objects.requireNonNull(labels, "made when the type was recognised")
                .labels();
    }

    private List<FoundLabel> read(Location location, FindingSink sink) {
        List<FoundLabel> result = new ArrayList<>(1);
        for (EmbeddedLabel embedded : embedded()) {
            AigcLabel label = LabelReader.read(embedded, limits, location, sink);
            if (label != null) {
                result.add(new FoundLabel(path, embedded.carrier(), label));
            }
        }
        AigcLabelCheck.compareWithinFile(result, location, sink);
        return result;
    }
}
