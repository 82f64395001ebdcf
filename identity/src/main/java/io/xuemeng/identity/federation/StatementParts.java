package io.xuemeng.identity.federation;

import io.xuemeng.core.jose.Jwk;
import io.xuemeng.core.jose.JwkReader;
import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.Severity;
import io.xuemeng.identity.claims.Claims;
import io.xuemeng.identity.claims.RawMembers;
import io.xuemeng.identity.claims.UnverifiedPayload;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the structured claims of one statement, each of which reports what is wrong with it and then is not there. */
final class StatementParts {

    private static final int MAX_LIST = 1000;

    private final Claims claims;
    private final FederationProfile profile;
    private final JwkReader keys;

    StatementParts(Claims claims, FederationProfile profile) {
        this.claims = claims;
        this.profile = profile;
        this.keys = profile.keyReader();
    }

    /** The keys; a set without a usable key, or with one that has no name, or two with one name, is reported. */
    JwkSet keySet(String name, @Nullable RawJson json) {
        FindingCollector faults = new FindingCollector();
        JwkSet set = json == null ? JwkSet.empty() : keys.readSet(json.text().getBytes(StandardCharsets.UTF_8), faults);
        boolean twice = faults.findings().stream()
                .anyMatch(fault -> fault.severity().compareTo(Severity.ERROR) <= 0
                        && fault.id().equals("KEY-018"));
        if (set.keys().isEmpty() || twice || set.keys().stream().map(Jwk::keyId).anyMatch(id -> id.isEmpty())) {
            claims.report(FederationRequirement.KEYS, name);
        }
        return set;
    }

    EntityMetadata metadata() {
        Map<String, Map<String, RawJson>> types = new LinkedHashMap<>();
        for (Map.Entry<String, RawJson> type :
                members("metadata", FederationRequirement.METADATA_FORM).entrySet()) {
            Map<String, RawJson> parameters = RawMembers.of(type.getValue());
            if (parameters == null
                    || parameters.values().stream()
                            .anyMatch(value -> value.text().equals("null"))) {
                claims.report(FederationRequirement.METADATA_FORM, "metadata");
                return EntityMetadata.none();
            }
            types.put(type.getKey(), parameters);
        }
        return new EntityMetadata(types);
    }

    /** The members of a claim that is an object; none when it is not there, or something else, which is reported. */
    private Map<String, RawJson> members(String name, FederationRequirement requirement) {
        RawJson json = claims.raw(name);
        if (json == null) {
            return Map.of();
        }
        Map<String, RawJson> members = RawMembers.of(json);
        if (members == null) {
            claims.report(requirement, name);
            return Map.of();
        }
        return members;
    }

    @Nullable
    TrustChainConstraints constraints() {
        RawJson json = claims.raw("constraints");
        if (json == null) {
            return null;
        }
        try {
            if (JsonTree.read(json) instanceof Map<?, ?> tree) {
                TrustChainConstraints constraints = constraints(tree);
                if (constraints != null) {
                    return constraints;
                }
            }
        } catch (UnreadableJsonException e) {
            // It was read before as part of the statement; a fault in it was reported then.
            return null;
        }
        claims.report(FederationRequirement.CONSTRAINTS_FORM, "constraints");
        return null;
    }

    private static @Nullable TrustChainConstraints constraints(Map<?, ?> tree) {
        int length = -1;
        Object stated = tree.get("max_path_length");
        if (stated != null) {
            if (!(stated instanceof BigDecimal number) || number.signum() < 0 || number.scale() > 0) {
                return null;
            }
            length = number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0 ? -1 : number.intValue();
        }
        List<String> permitted = null;
        List<String> excluded = List.of();
        Object naming = tree.get("naming_constraints");
        if (naming != null) {
            if (!(naming instanceof Map<?, ?> names)) {
                return null;
            }
            permitted = names.containsKey("permitted") ? strings(names.get("permitted")) : null;
            excluded = names.containsKey("excluded") ? strings(names.get("excluded")) : List.of();
            if (excluded == null || (permitted == null && names.containsKey("permitted"))) {
                return null;
            }
        }
        List<String> types = null;
        if (tree.containsKey("allowed_entity_types")) {
            types = strings(tree.get("allowed_entity_types"));
            if (types == null || types.contains(EntityMetadata.FEDERATION_ENTITY)) {
                return null;
            }
        }
        return new TrustChainConstraints(length, permitted, excluded, types);
    }

    private static @Nullable List<String> strings(@Nullable Object value) {
        if (!(value instanceof List<?> list) || list.size() > MAX_LIST) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (Object element : list) {
            if (!(element instanceof String text)) {
                return null;
            }
            texts.add(text);
        }
        return texts;
    }

    List<ShownTrustMark> trustMarks() {
        RawJson json = claims.raw("trust_marks");
        if (json == null) {
            return List.of();
        }
        List<ShownTrustMark> marks = new ArrayList<>();
        try {
            if (JsonTree.read(json) instanceof List<?> list && list.size() <= MAX_LIST) {
                for (Object element : list) {
                    if (element instanceof Map<?, ?> mark
                            && mark.get("trust_mark_type") instanceof String type
                            && mark.get("trust_mark") instanceof String compact
                            && saysItsType(compact, type)) {
                        marks.add(new ShownTrustMark(type, compact));
                    } else {
                        claims.report(FederationRequirement.TRUST_MARKS_FORM, "trust_marks");
                        return List.of();
                    }
                }
                return marks;
            }
        } catch (UnreadableJsonException e) {
            // As above.
            return List.of();
        }
        claims.report(FederationRequirement.TRUST_MARKS_FORM, "trust_marks");
        return List.of();
    }

    /** Whether a mark is a token that says the type under which it is shown (3.2). Whether the mark is good is another question. */
    private boolean saysItsType(String compact, String type) {
        byte[] payload = UnverifiedPayload.of(compact, profile.limits());
        if (payload == null) {
            return false;
        }
        Claims mark = Claims.read(payload, Set.of("trust_mark_type"), profile.limits(), new FindingCollector());
        return mark != null && type.equals(mark.text("trust_mark_type"));
    }

    Map<String, List<String>> trustMarkIssuers() {
        Map<String, List<String>> issuers = new LinkedHashMap<>();
        for (Map.Entry<String, RawJson> type : members("trust_mark_issuers", FederationRequirement.TRUST_MARKS_FORM)
                .entrySet()) {
            try {
                List<String> entities = strings(JsonTree.read(type.getValue()));
                if (entities == null || !entities.stream().allMatch(profile::isEntity)) {
                    claims.report(FederationRequirement.TRUST_MARKS_FORM, "trust_mark_issuers");
                    return Map.of();
                }
                issuers.put(type.getKey(), List.copyOf(entities));
            } catch (UnreadableJsonException e) {
                // As above.
                return Map.of();
            }
        }
        return issuers;
    }

    Map<String, TrustMarkOwner> trustMarkOwners() {
        Map<String, TrustMarkOwner> owners = new LinkedHashMap<>();
        for (Map.Entry<String, RawJson> type : members("trust_mark_owners", FederationRequirement.TRUST_MARKS_FORM)
                .entrySet()) {
            Map<String, RawJson> owner = RawMembers.of(type.getValue());
            String entity = owner == null ? null : RawMembers.text(owner.get("sub"));
            if (owner == null || entity == null || !profile.isEntity(entity)) {
                claims.report(FederationRequirement.TRUST_MARKS_FORM, "trust_mark_owners");
                return Map.of();
            }
            owners.put(type.getKey(), new TrustMarkOwner(entity, keySet("trust_mark_owners", owner.get("jwks"))));
        }
        return owners;
    }

    /** Entity identifiers, at least one; a claim that is there and is not that is reported. */
    List<String> hints(String name) {
        List<String> hints = claims.texts(name);
        if (hints == null) {
            return List.of();
        }
        if (hints.isEmpty() || !hints.stream().allMatch(profile::isEntity)) {
            claims.report(Finding.of(FederationRequirement.HINTS).with("name", name), name);
            return List.of();
        }
        return hints;
    }
}
