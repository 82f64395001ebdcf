package io.xuemeng.identity.federation;

import io.xuemeng.core.jose.JwkReader;
import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.identity.claims.RawMembers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of an entity in each of its roles (OpenID Federation 1.0, 5): 元数据. Immutable.
 *
 * @param types for each type of entity, such as {@code openid_relying_party}, its parameters as they are written
 */
public record EntityMetadata(Map<String, Map<String, RawJson>> types) {

    /** A federation entity: where its endpoints are. */
    public static final String FEDERATION_ENTITY = "federation_entity";

    /** Who signs people in. */
    public static final String OPENID_PROVIDER = "openid_provider";

    /** Who has people signed in. */
    public static final String OPENID_RELYING_PARTY = "openid_relying_party";

    private static final EntityMetadata NONE = new EntityMetadata(Map.of());

    /** Copies the maps. */
    public EntityMetadata {
        Map<String, Map<String, RawJson>> copy = new LinkedHashMap<>();
        types.forEach(
                (type, parameters) -> copy.put(type, Collections.unmodifiableMap(new LinkedHashMap<>(parameters))));
        types = Collections.unmodifiableMap(copy);
    }

    /** Nothing is known. */
    public static EntityMetadata none() {
        return NONE;
    }

    /** Whether the entity has a role. */
    public boolean has(String type) {
        return types.containsKey(type);
    }

    /** A parameter as it is written; empty when there is none. */
    public Optional<RawJson> parameter(String type, String name) {
        return Optional.ofNullable(types.getOrDefault(type, Map.of()).get(name));
    }

    /** A parameter that is a string; empty when there is none or it is something else. */
    public Optional<String> text(String type, String name) {
        return parameter(type, name).map(RawMembers::text);
    }

    /** A parameter that is an array of strings; empty when there is none or it is something else. */
    public List<String> texts(String type, String name) {
        return parameter(type, name).map(RawMembers::texts).orElse(List.of());
    }

    /** The keys under {@code jwks}, for the protocol of a role; an empty set when there are none. */
    public JwkSet keys(String type) {
        return parameter(type, "jwks")
                .map(json -> JwkReader.standard().readSet(json.text().getBytes(StandardCharsets.UTF_8), finding -> {}))
                .orElse(JwkSet.empty());
    }

    /** With the parameters that an immediate superior states for the roles that the entity has (3.1.1, metadata). */
    EntityMetadata overriddenBy(EntityMetadata superior) {
        Map<String, Map<String, RawJson>> merged = new LinkedHashMap<>(types);
        superior.types.forEach((type, parameters) -> merged.computeIfPresent(type, (name, own) -> {
            Map<String, RawJson> both = new LinkedHashMap<>(own);
            both.putAll(parameters);
            return both;
        }));
        return new EntityMetadata(merged);
    }

    /** Without the roles that are not allowed; being a federation entity always is (6.2.3). */
    EntityMetadata only(List<String> allowed) {
        Map<String, Map<String, RawJson>> kept = new LinkedHashMap<>(types);
        kept.keySet().removeIf(type -> !type.equals(FEDERATION_ENTITY) && !allowed.contains(type));
        return new EntityMetadata(kept);
    }

    /** The roles and the names of the parameters. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("EntityMetadata");
        types.forEach((type, parameters) -> text.append(' ').append(type).append(parameters.keySet()));
        return text.toString();
    }
}
