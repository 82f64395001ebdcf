package io.xuemeng.identity.federation;

import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A metadata policy, or those of a whole chain merged into one (OpenID Federation 1.0, 6.1): for each type of entity, operators for
 * each parameter. Immutable.
 */
final class MetadataPolicy {

    private static final MetadataPolicy NONE = new MetadataPolicy(Map.of());

    private final Map<String, Map<String, PolicyOperators>> types;

    private MetadataPolicy(Map<String, Map<String, PolicyOperators>> types) {
        this.types = types;
    }

    static MetadataPolicy none() {
        return NONE;
    }

    /** Reads a policy. */
    static MetadataPolicy read(RawJson json) throws PolicyException {
        Object tree;
        try {
            tree = JsonTree.read(json);
        } catch (UnreadableJsonException e) {
            throw malformed("metadata_policy");
        }
        Map<String, Map<String, PolicyOperators>> types = new LinkedHashMap<>();
        for (Map.Entry<?, ?> type : object(tree, "metadata_policy").entrySet()) {
            Map<String, PolicyOperators> parameters = new LinkedHashMap<>();
            for (Map.Entry<?, ?> parameter :
                    object(type.getValue(), (String) type.getKey()).entrySet()) {
                String name = (String) parameter.getKey();
                parameters.put(name, PolicyOperators.read(name, object(parameter.getValue(), name)));
            }
            types.put((String) type.getKey(), parameters);
        }
        return new MetadataPolicy(types);
    }

    private static Map<?, ?> object(Object value, String name) throws PolicyException {
        if (value instanceof Map<?, ?> members) {
            return members;
        }
        throw malformed(name);
    }

    private static PolicyException malformed(String name) {
        return new PolicyException(Finding.of(FederationRequirement.POLICY_FORM).with("name", name));
    }

    /** This with that of the next subordinate merged in (6.1.4.1). */
    MetadataPolicy merge(MetadataPolicy subordinate) throws PolicyException {
        Map<String, Map<String, PolicyOperators>> merged = new LinkedHashMap<>(types);
        for (Map.Entry<String, Map<String, PolicyOperators>> type : subordinate.types.entrySet()) {
            Map<String, PolicyOperators> own = types.get(type.getKey());
            if (own == null) {
                merged.put(type.getKey(), type.getValue());
                continue;
            }
            Map<String, PolicyOperators> parameters = new LinkedHashMap<>(own);
            for (Map.Entry<String, PolicyOperators> parameter : type.getValue().entrySet()) {
                PolicyOperators superior = own.get(parameter.getKey());
                parameters.put(
                        parameter.getKey(),
                        superior == null ? parameter.getValue() : superior.merge(parameter.getValue()));
            }
            merged.put(type.getKey(), parameters);
        }
        return new MetadataPolicy(merged);
    }

    /** What the policy makes of metadata; types that an entity does not have are none of the policy's business (6.1.4.2). */
    EntityMetadata apply(EntityMetadata metadata) throws PolicyException {
        Map<String, Map<String, RawJson>> resolved = new LinkedHashMap<>(metadata.types());
        for (Map.Entry<String, Map<String, PolicyOperators>> type : types.entrySet()) {
            Map<String, RawJson> parameters = resolved.get(type.getKey());
            if (parameters != null) {
                resolved.put(type.getKey(), apply(type.getValue(), parameters));
            }
        }
        return new EntityMetadata(resolved);
    }

    private static Map<String, RawJson> apply(Map<String, PolicyOperators> policies, Map<String, RawJson> parameters)
            throws PolicyException {
        Map<String, RawJson> resolved = new LinkedHashMap<>(parameters);
        for (Map.Entry<String, PolicyOperators> policy : policies.entrySet()) {
            String name = policy.getKey();
            RawJson found = parameters.get(name);
            Object before;
            try {
                before = found == null ? null : JsonTree.read(found);
            } catch (UnreadableJsonException e) {
                throw malformed(name);
            }
            Object after = policy.getValue().apply(before);
            if (after == null) {
                resolved.remove(name);
            } else if (!after.equals(before)) {
                resolved.put(name, JsonTree.write(after));
            }
        }
        return resolved;
    }

    /** The policy of one type as a tree, for tests. */
    Map<String, Map<String, Object>> tree(String type) {
        Map<String, Map<String, Object>> tree = new LinkedHashMap<>();
        types.getOrDefault(type, Map.of()).forEach((name, operators) -> {
            Map<String, Object> values = new LinkedHashMap<>();
            operators.values().forEach((operator, value) -> values.put(operator.text(), value));
            tree.put(name, values);
        });
        return tree;
    }

    /** The names of the types that it is for. */
    List<String> typeNames() {
        return List.copyOf(types.keySet());
    }
}
