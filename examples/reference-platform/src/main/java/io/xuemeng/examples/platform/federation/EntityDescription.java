package io.xuemeng.examples.platform.federation;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.jose.JwkReader;
import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.core.json.JsonEvent;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.JsonWriter;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.identity.federation.TrustAnchor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one entity tells another once, by some way that is not the network: who it is, and its public keys for the federation. A member
 * gives its own to its superior; everybody gets the hub's. Immutable.
 *
 * @param entity the entity identifier
 * @param types the types of entity that it is
 * @param keys its keys for the federation
 */
public record EntityDescription(String entity, List<String> types, JwkSet keys) {

    /** Copies the list. */
    public EntityDescription {
        types = List.copyOf(types);
    }

    /** A description as a trust anchor. */
    public TrustAnchor asAnchor() {
        return new TrustAnchor(entity, keys);
    }

    /** As it stands in a file. */
    public byte[] toJson() {
        return JsonWriter.pretty(out -> {
            out.startObject().member("entity", entity).name("entity_types").startArray();
            types.forEach(out::value);
            out.endArray();
            out.member("jwks", RawJson.of(new String(keys.toJson(), StandardCharsets.UTF_8)))
                    .endObject();
        });
    }

    /**
     * Reads a file.
     *
     * @throws IOException when it cannot be read, or is no description; it says what is wrong
     */
    public static EntityDescription read(Path file) throws IOException {
        FindingCollector findings = new FindingCollector();
        String entity = "";
        List<String> types = new ArrayList<>();
        JwkSet keys = JwkSet.empty();
        try (JsonReader json =
                JsonReader.open(Files.readAllBytes(file), file.toString(), Limits.defaults(), findings)) {
            if (json.next() == JsonEvent.START_OBJECT) {
                while (json.nextMember()) {
                    switch (json.name()) {
                        case "entity" -> entity = json.next() == JsonEvent.STRING ? json.text() : "";
                        case "entity_types" -> types = strings(json);
                        case "jwks" ->
                            keys = JwkReader.standard()
                                    .readSet(json.captureValue().text().getBytes(StandardCharsets.UTF_8), findings);
                        default -> json.skipValue();
                    }
                }
            }
        } catch (UnreadableJsonException e) {
            // Reported, and said below.
            keys = JwkSet.empty();
        }
        if (entity.isEmpty() || keys.keys().isEmpty()) {
            throw new IOException(file + " does not describe an entity"
                    + (findings.isEmpty()
                            ? ""
                            : ": " + findings.findings().get(0).message(Locale.ENGLISH)));
        }
        return new EntityDescription(entity, types, keys);
    }

    private static List<String> strings(JsonReader json) throws UnreadableJsonException {
        List<String> strings = new ArrayList<>();
        if (json.next() == JsonEvent.START_ARRAY) {
            while (json.nextElement()) {
                strings.add(json.text());
            }
        }
        return strings;
    }
}
