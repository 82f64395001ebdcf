package io.xuemeng.conformance.validator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.audit.Audit;
import io.xuemeng.conformance.audit.AuditEntry;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.sample.Sample;
import io.xuemeng.conformance.sample.SamplePackages;
import io.xuemeng.conformance.sample.Samples;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.SdkVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Every sample as a plain file, with an index that says what is expected of each, for teams that test in their own language
 * without Java: {@code samples/<id>/<file>} as the SDK holds it, {@code packages/<id>/} as the kit gives it to a
 * validator, and {@code index.json}.
 */
public final class SampleIndex {

    /** The name of the index. */
    public static final String FILE = "index.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private SampleIndex() {}

    /**
     * Writes all of them.
     *
     * @param folder made when it does not exist
     * @return how many samples there are
     */
    public static int write(Path folder) throws IOException {
        Samples samples = Samples.all();
        SamplePackages packages = new SamplePackages(samples);
        Audit audit = new ValidatorKit().audit();
        ObjectNode index =
                JSON.createObjectNode().put("format", "xuemeng-samples-1").put("version", SdkVersion.current());
        ArrayNode list = index.putArray("samples");
        for (String name : samples.files()) {
            write(folder.resolve("samples").resolve(name), samples.content(name));
        }
        for (String id : samples.ids()) {
            AuditEntry entry = audit.find(id)
                    .filter(found -> found.attributes().containsKey("reason"))
                    .orElse(null);
            for (Sample sample : samples.of(id)) {
                ObjectNode node = list.addObject()
                        .put("requirement", id)
                        .put("good", sample.isGood())
                        .put("sample", "samples/" + sample);
                if (!sample.limits().isEmpty()) {
                    ObjectNode limits = node.putObject("limits");
                    sample.limits().forEach(limits::put);
                }
                if (entry != null && !SampleQuestion.isLeftOut(entry, sample)) {
                    byte[] content = packages.of(sample);
                    String path = "packages/" + sample + (sample.extension().equals("zip") ? "" : ".zip");
                    write(folder.resolve(path), content);
                    expectation(node.put("package", path).put("sha256", Workspace.digest(content)), entry, sample);
                }
            }
        }
        Files.writeString(
                folder.resolve(FILE), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(index) + '\n');
        return list.size();
    }

    private static void expectation(ObjectNode node, AuditEntry entry, Sample sample) {
        SampleQuestion.Expectation expected = SampleQuestion.Expectation.of(entry, sample);
        node.put("profile", expected.profile().id());
        ArrayNode features = node.putArray("features");
        entry.features().forEach(features::add);
        node.put("outcome", expected.isRefused() ? "rejected" : "accepted");
        if (!sample.isGood()) {
            node.put("class", expected.reason().label());
            Level strength = expected.strength();
            node.put("reason", strength.name().toLowerCase(Locale.ROOT));
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
