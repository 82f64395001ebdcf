package io.xuemeng.core.asic;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.crypto.certificate.ValidationStatus;
import io.xuemeng.core.input.Limits;
import io.xuemeng.core.input.PositionalSource;
import io.xuemeng.core.zip.ZipArchive;
import io.xuemeng.core.zip.ZipEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.statistics.Statistics;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Change what you will: either every entry's name and content is unchanged, or the result is not valid. */
class ContainerPropertiesTest {

    private static final byte[] CONTAINER = Packages.sign(
            Packages.sign(
                    Packages.zip(Packages.plain()),
                    DemoPki.author().timestamps(DemoPki.timestamps(DemoPki.TIMESTAMPER, DemoPki.SIGNED))),
            DemoPki.reviewer().timestamps(DemoPki.timestamps(DemoPki.TIMESTAMPER, DemoPki.SIGNED)));
    private static final Map<String, byte[]> FILES = Packages.unzip(CONTAINER);
    private static final List<String> PATHS = List.copyOf(FILES.keySet());

    @Property(tries = 700)
    void noByteOfTheArchiveCanChangeUnseen(@ForAll("positions") int position, @ForAll("masks") int mask)
            throws IOException {
        byte[] changed = CONTAINER.clone();
        changed[position % changed.length] ^= (byte) mask;
        assertUnchangedOrNotValid(changed);
    }

    @Property(tries = 300)
    void noBytesCanBeCutOutOrPutIn(@ForAll("positions") int position, @ForAll("lengths") int length)
            throws IOException {
        int at = position % CONTAINER.length;
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.write(CONTAINER, 0, at);
        if (length > 0) {
            changed.write(new byte[length]);
        }
        int from = Math.min(CONTAINER.length, at + Math.max(0, -length));
        changed.write(CONTAINER, from, CONTAINER.length - from);
        assertUnchangedOrNotValid(changed.toByteArray());
    }

    /** The content within, so that the archive around it is sound: signatures that no later one covers included. */
    @Property(tries = 700)
    void noByteOfAnEntryCanChangeUnseen(
            @ForAll("paths") String path, @ForAll("positions") int position, @ForAll("masks") int mask)
            throws IOException {
        byte[] changed = Packages.edit(CONTAINER, files -> {
            byte[] content = files.get(path).clone();
            content[position % content.length] ^= (byte) mask;
            files.put(path, content);
        });
        assertUnchangedOrNotValid(changed);
    }

    @Property(tries = 300)
    void noEntryCanBeAddedRemovedRenamedExchangedOrDoubledUnseen(@ForAll("edits") List<Edit> edits) throws IOException {
        List<Map.Entry<String, byte[]>> files = new ArrayList<>(new LinkedHashMap<>(FILES).entrySet());
        for (Edit edit : edits) {
            edit.apply(files);
        }
        assertUnchangedOrNotValid(zip(files));
    }

    private static void assertUnchangedOrNotValid(byte[] changed) throws IOException {
        ContainerResult result = DemoPki.verifier().build().verify(PositionalSource.of(changed));
        if (isWithoutTheLastSigning(changed)) {
            // That somebody once signed who no longer does, only whoever demands that signature can know.
            return;
        }
        boolean same = isUnchanged(changed);
        Statistics.collect(same ? "unchanged" : "changed", result.status());
        if (!same) {
            assertThat(result.status()).isNotEqualTo(ValidationStatus.VALID);
        }
        if (Arrays.equals(changed, CONTAINER)) {
            assertThat(result.status()).isEqualTo(ValidationStatus.VALID);
        }
    }

    private static boolean isWithoutTheLastSigning(byte[] changed) {
        Map<String, byte[]> rest = new TreeMap<>(FILES);
        rest.keySet().removeIf(path -> ContainerPaths.number(path) == 2);
        return Packages.unzip(changed).keySet().equals(rest.keySet());
    }

    private static boolean isUnchanged(byte[] changed) throws IOException {
        Map<String, byte[]> found = new TreeMap<>();
        try (ZipArchive zip = ZipArchive.open(PositionalSource.of(changed), Limits.defaults(), finding -> {})) {
            for (ZipEntry entry : zip.entries()) {
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                boolean intact = zip.drain(entry, content::write, finding -> {});
                if (!intact || found.put(entry.path(), content.toByteArray()) != null) {
                    return false;
                }
            }
        }
        return found.keySet().equals(FILES.keySet())
                && found.entrySet().stream()
                        .allMatch(entry -> Arrays.equals(entry.getValue(), FILES.get(entry.getKey())));
    }

    /** Any names, several times too, which our own writer refuses. */
    private static byte[] zip(List<Map.Entry<String, byte[]>> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files) {
                zip.putArchiveEntry(new ZipArchiveEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeArchiveEntry();
            }
        }
        return out.toByteArray();
    }

    private record Edit(String kind, int first, int second, String name) {

        void apply(List<Map.Entry<String, byte[]>> files) {
            if (files.size() < 2) {
                return;
            }
            int at = first % files.size();
            int other = second % files.size();
            switch (kind) {
                case "add" -> files.add(at, Map.entry(name, new byte[] {(byte) second}));
                case "remove" -> files.remove(at);
                case "rename" -> files.set(at, Map.entry(name, files.get(at).getValue()));
                case "exchange" -> {
                    byte[] content = files.get(at).getValue();
                    files.set(
                            at,
                            Map.entry(files.get(at).getKey(), files.get(other).getValue()));
                    files.set(other, Map.entry(files.get(other).getKey(), content));
                }
                case "copy" ->
                    files.set(
                            at,
                            Map.entry(files.get(at).getKey(), files.get(other).getValue()));
                case "double" -> files.add(other, files.get(at));
                case "shuffle" -> Collections.shuffle(files, new Random(first));
                default -> throw new IllegalArgumentException(kind);
            }
        }
    }

    @Provide
    Arbitrary<Integer> positions() {
        return Arbitraries.integers().between(0, Integer.MAX_VALUE).withDistribution(RandomDistribution.uniform());
    }

    @Provide
    Arbitrary<Integer> masks() {
        return Arbitraries.oneOf(
                Arbitraries.of(1, 2, 4, 8, 16, 32, 64, 128),
                Arbitraries.integers().between(1, 255));
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.integers().between(-40, 40).filter(length -> length != 0);
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.of(PATHS);
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        Arbitrary<String> names = Arbitraries.oneOf(
                Arbitraries.of(PATHS),
                Arbitraries.of(
                        "new.html",
                        "content/new.html",
                        "META-INF/new.xml",
                        "META-INF/ASiCManifest003.xml",
                        "META-INF/signature003.p7s",
                        "META-INF/sm2/seal003.der",
                        "META-INF/manifest.xml",
                        "meta-inf/ASiCManifest001.xml",
                        "IMSMANIFEST.XML",
                        "Mimetype"));
        return Combinators.combine(
                        Arbitraries.of("add", "remove", "rename", "exchange", "copy", "double", "shuffle"),
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.integers().between(0, 1000),
                        names)
                .as(Edit::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }
}
