package io.xuemeng.conformance.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.SdkVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Good and forged tokens for whoever judges tokens, with keys, statements and times, and the right answers: what the kit's role
 * {@code relying-party} shows, kept once and for all. They were signed with keys that were made for them and thrown away: nobody can sign
 * more, and whoever trusts those keys elsewhere trusts test data. Immutable and thread-safe.
 */
public final class TokenSamples {

    /** The folder that {@link #write} makes. */
    public static final String FOLDER = "tokens";

    /** What {@link #write} says of the format. */
    public static final String FORMAT = "xuemeng-token-samples-1";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final class Holder {
        private static final TokenSamples ALL = load();
    }

    private final Map<String, byte[]> files;
    private final Map<String, List<TokenSample>> samples = new TreeMap<>();

    private TokenSamples(Map<String, byte[]> files) {
        this.files = files;
        files.forEach((id, content) -> samples.put(id, read(id, content)));
    }

    /** All of them. */
    public static TokenSamples all() {
        return Holder.ALL;
    }

    private static TokenSamples load() {
        Map<String, byte[]> files = new TreeMap<>();
        new String(resource("ids.txt"), StandardCharsets.UTF_8)
                .lines()
                .forEach(id -> files.put(id, resource(id + ".json")));
        return new TokenSamples(files);
    }

    private static byte[] resource(String name) {
        try (InputStream in = TokenSamples.class.getResourceAsStream(FOLDER + '/' + name)) {
            if (in == null) {
                throw new IllegalStateException("the token sample " + name + " is missing from the kit");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<TokenSample> read(String id, byte[] content) {
        try {
            List<TokenSample> samples = new ArrayList<>();
            for (JsonNode node : JSON.readTree(content).path("samples")) {
                List<String> features = new ArrayList<>();
                node.path("features").forEach(feature -> features.add(feature.asText()));
                Map<String, TokenSample.Document> documents = new LinkedHashMap<>();
                node.path("documents")
                        .properties()
                        .forEach(document -> documents.put(document.getKey(), document(document.getValue())));
                samples.add(new TokenSample(
                        id,
                        samples.size() + 1,
                        node.path("label").asText(),
                        node.path("good").asBoolean(),
                        Level.valueOf(node.path("level").asText().toUpperCase(Locale.ROOT)),
                        features,
                        Instant.parse(node.path("time").asText()),
                        node.has("question") ? node.path("question").toString() : null,
                        documents));
            }
            return List.copyOf(samples);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TokenSample.Document document(JsonNode node) {
        return new TokenSample.Document(
                node.path("status").asInt(),
                node.path("type").asText(),
                node.path("body").asText());
    }

    /** The requirements that have token samples, in their order. */
    public Collection<String> ids() {
        return List.copyOf(samples.keySet());
    }

    /** The samples of a requirement, in their order; empty when it has none. */
    public List<TokenSample> of(String id) {
        return samples.getOrDefault(id, List.of());
    }

    /**
     * Writes all of them: {@code tokens/<id>.json}, the same bytes each time, and {@code tokens/index.json}, which says what is expected of
     * each.
     *
     * @param folder in which the folder is made
     * @return how many there are
     */
    public int write(Path folder) throws IOException {
        Path target = Files.createDirectories(folder.resolve(FOLDER));
        ObjectNode index = JSON.createObjectNode().put("format", FORMAT).put("version", SdkVersion.current());
        ArrayNode list = index.putArray("samples");
        for (String id : ids()) {
            Files.write(target.resolve(id + ".json"), files.get(id));
            JsonNode content = JSON.readTree(files.get(id)).path("samples");
            for (TokenSample sample : of(id)) {
                ObjectNode node = list.addObject()
                        .put("requirement", id)
                        .put("file", id + ".json")
                        .put("number", sample.number())
                        .put("label", sample.label())
                        .put("good", sample.good())
                        .put("level", sample.level().name().toLowerCase(Locale.ROOT));
                sample.features().forEach(node.putArray("features")::add);
                node.put("time", sample.time().toString());
                if (sample.question() == null) {
                    node.set("left_out", content.path(sample.number() - 1).path("left_out"));
                }
            }
        }
        Files.writeString(
                target.resolve("index.json"),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(index) + '\n');
        return list.size();
    }
}
