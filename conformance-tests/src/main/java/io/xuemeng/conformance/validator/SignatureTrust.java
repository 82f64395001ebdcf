package io.xuemeng.conformance.validator;

import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.sample.Sample;
import io.xuemeng.conformance.sample.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whom to trust when signatures are judged, and as of when. Immutable.
 *
 * @param folder either a folder for each role, {@code author}, {@code publisher}, {@code reviewer} and {@code hub}, with the
 *     certificates that are trusted in it as PEM, or {@code any} with those that are trusted whatever role a signature claims, if any;
 *     and {@code timestamp} with those that are trusted for timestamps
 * @param time when it is; null for the time of the clock
 */
public record SignatureTrust(Path folder, @Nullable Instant time) {

    /** The family of requirements whose samples are about signatures. */
    static final String FAMILY = "SIG";

    private static final String COMMON = "SIG-trust/";
    /** The folder of those who are trusted in whatever role. */
    static final String ANY_ROLE = "any";

    /** The folder of those who are trusted for timestamps. */
    static final String TIMESTAMP = "timestamp";

    private record Key(String files) {}

    /** Whom the samples of a requirement take for trusted: what lies beside them, or what all have in common. */
    static SignatureTrust of(Sample sample, Workspace workspace) {
        String own = sample.id() + "/trust/";
        boolean hasOwn = Samples.all().files().stream().anyMatch(name -> name.startsWith(own));
        return hasOwn
                ? new SignatureTrust(workspace.once(new Key(own), () -> workspace.inputs(own(own))), null)
                : new SignatureTrust(workspace.once(new Key(COMMON), () -> workspace.inputs(common())), commonTime());
    }

    private static Map<String, byte[]> own(String prefix) {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : Samples.all().files()) {
            if (name.startsWith(prefix)) {
                files.put(name.substring(prefix.length()), Samples.all().content(name));
            }
        }
        return files;
    }

    /** These samples are not about roles. */
    private static Map<String, byte[]> common() {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : Samples.all().files()) {
            if (name.startsWith(COMMON + "signers/")) {
                files.put(
                        ANY_ROLE + name.substring(name.lastIndexOf('/')),
                        Samples.all().content(name));
            } else if (name.startsWith(COMMON + "timestamps/")) {
                files.put(
                        "timestamp/" + name.substring(name.lastIndexOf('/') + 1),
                        Samples.all().content(name));
            }
        }
        return files;
    }

    private static Instant commonTime() {
        Properties properties = new Properties();
        byte[] file = Samples.all().content(COMMON + "time.properties");
        try (InputStreamReader in = new InputStreamReader(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Instant.parse(properties.getProperty("verified"));
    }
}
