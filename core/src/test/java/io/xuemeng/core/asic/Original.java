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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A signed container that is valid, to be changed: either every entry's name and content is unchanged, or the result is not valid. */
final class Original {

    private final String name;
    private final byte[] container;
    private final Map<String, byte[]> files;
    private final ContainerVerifier verifier;
    private final boolean madeByOthers;
    private final List<Map<String, String>> unchanged = new ArrayList<>();

    /**
     * A container.
     *
     * @param madeByOthers whether its last manifest does not name itself
     * @param last the numbers of the signings that nobody has signed; that one of them is gone, only whoever demands it can know
     */
    Original(String name, byte[] container, ContainerVerifier.Builder verifier, boolean madeByOthers, int... last) {
        this.name = name;
        this.container = container;
        this.files = Packages.unzip(container);
        this.verifier = verifier.build();
        this.madeByOthers = madeByOthers;
        unchanged.add(contents(container));
        for (int number : last) {
            Map<String, byte[]> rest = new TreeMap<>(files);
            rest.keySet().removeIf(path -> ContainerPaths.number(path) == number);
            if (rest.keySet().stream().anyMatch(ContainerPaths::isManifest)) {
                unchanged.add(contents(Packages.zip(rest)));
            }
        }
    }

    byte[] container() {
        return container.clone();
    }

    Map<String, byte[]> files() {
        return files;
    }

    List<String> paths() {
        return List.copyOf(files.keySet());
    }

    /** Of an archive that may be broken, too. */
    void assertUnchangedOrNotValid(byte[] changed, Object edits) {
        ContainerResult result = verify(changed);
        if (result.status() == ValidationStatus.VALID) {
            assertThat(unchanged).as("%s, %s", name, edits).contains(contents(changed));
        } else {
            assertThat(changed).as("%s, %s", name, result.findings()).isNotEqualTo(container);
        }
    }

    /** Of an archive that is sound. */
    void assertValidIfAndOnlyIfUnchanged(byte[] changed, Object edits) {
        ContainerResult result = verify(changed);
        assertThat(result.status() == ValidationStatus.VALID)
                .as("%s, %s, %s", name, edits, result.findings())
                .isEqualTo(unchanged.contains(contents(changed)));
    }

    private ContainerResult verify(byte[] changed) {
        try {
            return verifier.verify(PositionalSource.of(changed));
        } catch (IOException e) {
            throw new AssertionError("reading memory does not fail", e);
        }
    }

    /** The names and contents; null when something of it cannot be read, or stands there twice. */
    private @Nullable Map<String, String> contents(byte[] archive) {
        Map<String, String> found = new TreeMap<>();
        try (ZipArchive zip = ZipArchive.open(PositionalSource.of(archive), Limits.defaults(), finding -> {})) {
            for (ZipEntry entry : zip.entries()) {
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                boolean intact = zip.drain(entry, content::write, finding -> {});
                String path = madeByOthers ? unsigned(entry.path(), content.toByteArray()) : entry.path();
                if (!intact || found.put(path, HexFormat.of().formatHex(content.toByteArray())) != null) {
                    return null;
                }
            }
        } catch (IOException e) {
            throw new AssertionError("reading memory does not fail", e);
        }
        // Directories with something in them are listed or not.
        List.copyOf(found.keySet()).stream()
                .filter(path -> path.endsWith("/") && found.get(path).isEmpty())
                .filter(path ->
                        found.keySet().stream().anyMatch(other -> other.startsWith(path) && !other.equals(path)))
                .forEach(found::remove);
        if (madeByOthers) {
            found.remove(
                    ContainerPaths.MIME_TYPE_ENTRY, HexFormat.of().formatHex(Packages.bytes(ContainerPaths.MIME_TYPE)));
        }
        return found;
    }

    /** One name for all that the manifest could have. */
    private String unsigned(String path, byte[] content) {
        return ContainerPaths.isManifest(path)
                        && files.entrySet().stream()
                                .anyMatch(file -> ContainerPaths.isManifest(file.getKey())
                                        && Arrays.equals(file.getValue(), content))
                ? "the manifest"
                : path;
    }

    @Override
    public String toString() {
        return name;
    }
}
