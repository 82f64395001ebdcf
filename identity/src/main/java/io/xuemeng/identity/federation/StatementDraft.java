package io.xuemeng.identity.federation;

import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.core.json.JsonWriter;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.identity.claims.RawMembers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entity statement that is not issued yet: of an entity itself, or of one directly below it. {@link EntityStatementIssuer} adds who
 * says it and when. Not thread-safe.
 */
public final class StatementDraft {

    final @Nullable String subject;
    final JwkSet keys;
    private final Map<String, Map<String, RawJson>> metadata = new LinkedHashMap<>();
    private final Map<String, RawJson> claims = new LinkedHashMap<>();
    private final List<ShownTrustMark> trustMarks = new ArrayList<>();

    private StatementDraft(@Nullable String subject, JwkSet keys) {
        this.subject = subject;
        this.keys = keys;
    }

    /** What an entity says of itself, with its keys for the federation. */
    public static StatementDraft configuration(JwkSet keys) {
        return new StatementDraft(null, keys);
    }

    /** What a superior says of an entity, with the keys that it vouches for. */
    public static StatementDraft about(String subject, JwkSet keys) {
        return new StatementDraft(subject, keys);
    }

    /** A role of the subject, and its parameters: a JSON object. */
    public StatementDraft metadata(String type, RawJson parameters) {
        Map<String, RawJson> members = RawMembers.of(parameters);
        if (members == null) {
            throw new IllegalArgumentException("the metadata of a role are a JSON object");
        }
        metadata.put(type, members);
        return this;
    }

    /** The direct superiors of an entity ({@code authority_hints}). */
    public StatementDraft authorityHints(String... superiors) {
        return claim("authority_hints", RawJson.written(out -> {
            out.startArray();
            for (String superior : superiors) {
                out.value(superior);
            }
            out.endArray();
        }));
    }

    /** The policy for the subject and everybody below ({@code metadata_policy}). */
    public StatementDraft metadataPolicy(RawJson policy) {
        return claim("metadata_policy", policy);
    }

    /** What is to hold for everybody below ({@code constraints}). */
    public StatementDraft constraints(TrustChainConstraints constraints) {
        return claim("constraints", RawJson.written(out -> {
            out.startObject();
            if (constraints.maxPathLength() >= 0) {
                out.name("max_path_length").value(constraints.maxPathLength());
            }
            if (constraints.permitted() != null || !constraints.excluded().isEmpty()) {
                out.name("naming_constraints").startObject();
                if (constraints.permitted() != null) {
                    texts(out, "permitted", constraints.permitted());
                }
                if (!constraints.excluded().isEmpty()) {
                    texts(out, "excluded", constraints.excluded());
                }
                out.endObject();
            }
            if (constraints.allowedEntityTypes() != null) {
                texts(out, "allowed_entity_types", constraints.allowedEntityTypes());
            }
            out.endObject();
        }));
    }

    private static void texts(JsonWriter out, String name, List<String> texts) {
        out.name(name).startArray();
        texts.forEach(out::value);
        out.endArray();
    }

    /** A trust mark that the entity shows. */
    public StatementDraft trustMark(String type, String compact) {
        trustMarks.add(new ShownTrustMark(type, compact));
        return this;
    }

    /** Any other claim, such as {@code trust_mark_issuers}. */
    public StatementDraft claim(String name, RawJson value) {
        claims.put(name, value);
        return this;
    }

    /** Everything but who says it and when. */
    void write(JsonWriter out) {
        out.name("jwks").startObject().name("keys").startArray();
        // Each key by itself: for the federation, SM2 keys may stand among others.
        keys.keys().forEach(key -> out.raw(RawJson.of(new String(key.toJson(), StandardCharsets.UTF_8))));
        out.endArray().endObject();
        if (!metadata.isEmpty()) {
            out.name("metadata").startObject();
            metadata.forEach((type, parameters) -> {
                out.name(type).startObject();
                parameters.forEach(out::member);
                out.endObject();
            });
            out.endObject();
        }
        claims.forEach(out::member);
        if (!trustMarks.isEmpty()) {
            out.name("trust_marks").startArray();
            trustMarks.forEach(mark -> out.startObject()
                    .member("trust_mark_type", mark.type())
                    .member("trust_mark", mark.compact())
                    .endObject());
            out.endArray();
        }
    }
}
