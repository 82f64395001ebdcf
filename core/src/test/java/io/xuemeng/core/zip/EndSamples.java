package io.xuemeng.core.zip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Map;

/** Makes the samples of {@link ZipRequirement} about the end of an archive; see {@link ZipSamples}. */
final class EndSamples extends SampleFiles {

    private EndSamples() {}

    static Map<String, byte[]> all() {
        EndSamples samples = new EndSamples();
        samples.ends();
        samples.trailing();
        return samples.files;
    }

    private void ends() {
        byte[] whole = plain().build();
        put(ZipRequirement.EMPTY_FILE, "pass", whole);
        put(ZipRequirement.EMPTY_FILE, "fail", new byte[0]);
        put(ZipRequirement.NOT_A_ZIP, "pass", whole);
        put(ZipRequirement.NOT_A_ZIP, "fail", SamplePackage.HTML.getBytes(UTF_8));
        put(ZipRequirement.NOT_A_ZIP, "fail-rar", "Rar!\u001a\u0007\u0001\u0000rest".getBytes(ISO_8859_1));
        put(ZipRequirement.TRUNCATED, "pass", whole);
        put(ZipRequirement.TRUNCATED, "fail", Arrays.copyOf(whole, whole.length - 1));
        put(ZipRequirement.TRUNCATED, "fail-half", Arrays.copyOf(whole, whole.length / 2));
        byte[] outer = plain().edit(zip -> zip.last().content = whole).build();
        put(ZipRequirement.TRUNCATED, "fail-behind-an-inner-archive", Arrays.copyOf(outer, outer.length - 60));
        put(ZipRequirement.NO_ENTRIES, "pass", whole);
        put(ZipRequirement.NO_ENTRIES, "fail", new RawZip().build());

        byte[] end = Arrays.copyOfRange(whole, whole.length - 22, whole.length);
        pair(ZipRequirement.END_RECORD_IN_COMMENT, zip -> zip.comment = end);
        put(
                ZipRequirement.END_RECORD_IN_COMMENT,
                "pass-comment",
                plain().edit(zip -> zip.comment = "分数".getBytes(UTF_8)).build());
        fail(
                ZipRequirement.END_RECORD_IN_COMMENT,
                "fail-signature-only",
                zip -> zip.comment = "PK\u0005\u0006 begins an end record, not a comment".getBytes(UTF_8));
        pair(ZipRequirement.TWO_DIRECTORIES, zip -> {
            RawZip other = plain();
            byte[] built = other.build();
            zip.beforeEndRecord = Arrays.copyOfRange(built, (int) other.directoryStart, built.length - 22);
        });
        pair(ZipRequirement.TRAILING_BYTES, zip -> zip.after = "appended".getBytes(UTF_8));
        fail(ZipRequirement.TRAILING_BYTES, "fail-zeros", zip -> zip.after = new byte[512]);
        pair(ZipRequirement.LEADING_BYTES, zip -> zip.prefix = "MZ a program".getBytes(UTF_8));
        fail(ZipRequirement.LEADING_BYTES, "fail-offsets-adjusted", zip -> {
            zip.prefix = "GIF89a".getBytes(UTF_8);
            zip.offsetsCountPrefix = true;
        });
        pair(ZipRequirement.BYTES_BEFORE_END_RECORD, zip -> zip.beforeEndRecord = "between".getBytes(UTF_8));
        pair(ZipRequirement.COMMENT_CUT_OFF, zip -> {
            zip.comment = "cut".getBytes(UTF_8);
            zip.commentLength = 20;
        });
    }

    /** Bytes that follow are told as such, however many they are and whatever they hold. */
    private void trailing() {
        fail(ZipRequirement.TRAILING_BYTES, "fail-longer-than-any-comment", zip -> zip.after = new byte[70_000]);
        fail(
                ZipRequirement.TRAILING_BYTES,
                "fail-with-a-signature",
                zip -> zip.after = "PK\u0005\u0006 is no end record, and neither is this line".getBytes(UTF_8));
        fail(
                ZipRequirement.END_RECORD_IN_COMMENT,
                "fail-short-signature",
                zip -> zip.comment = "PK\u0005\u0006".getBytes(UTF_8));
    }
}
