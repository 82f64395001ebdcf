package io.xuemeng.examples.platform.federation;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.json.JsonWriter;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.examples.platform.web.Parameters;
import io.xuemeng.identity.federation.EntityMetadata;
import io.xuemeng.identity.federation.EntityStatementIssuer;
import io.xuemeng.identity.federation.StatementDraft;
import io.xuemeng.identity.federation.TrustChainConstraints;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the entity says of itself, and, when it has members, of them (OpenID Federation 1.0, 8 and 9). A statement is signed when it is
 * asked for and good for a day, so that a member that is struck off the list is out a day later at the latest.
 */
public final class FederationEndpoints {

    /** The parameter of a hub's metadata that says where people choose; a private one, as no standard has it. */
    static final String CHOICE = "provider_choice_endpoint";

    private static final String FETCH = "/federation/fetch";
    private static final String LIST = "/federation/list";
    private static final String STATEMENT = "application/entity-statement+jwt";
    private static final Duration LIFETIME = Duration.ofDays(1);

    /** What members have to be, whatever they say of themselves. */
    private static final RawJson POLICY = RawJson.of("""
            {
              "openid_provider": {
                "subject_types_supported": {"value": ["pairwise"]},
                "id_token_signing_alg_values_supported": {"subset_of": ["ES256", "SGD_SM3_SM2"]}
              },
              "openid_relying_party": {
                "client_registration_types": {"value": ["automatic"]},
                "token_endpoint_auth_method": {"value": "private_key_jwt"},
                "subject_type": {"value": "pairwise"},
                "id_token_signed_response_alg": {"one_of": ["ES256", "SGD_SM3_SM2"], "default": "ES256"}
              }
            }""");

    private final Entity entity;
    private final Map<String, RawJson> metadata;
    private final EntityStatementIssuer issuer;
    private final Map<String, EntityDescription> members = new LinkedHashMap<>();

    /**
     * The endpoints of an entity.
     *
     * @param metadata its metadata in each role but that of a federation entity
     */
    public FederationEndpoints(Entity entity, Map<String, RawJson> metadata) {
        this.entity = entity;
        this.metadata = metadata;
        this.issuer = EntityStatementIssuer.of(
                entity.id(),
                entity.keys().federation(),
                Entity.keyId(entity.keys().federation()),
                entity.profile());
        entity.settings().members().forEach(member -> members.put(member.entity(), member));
    }

    /** Adds them to a web server. */
    public void register(RoutesConfig routes) {
        offer(routes, "/.well-known/openid-federation", this::configuration);
        if (entity.settings().role().hasMembers()) {
            offer(routes, FETCH, this::fetch);
            offer(routes, LIST, this::list);
        }
    }

    /** To be got, also without the body; whoever wants something else is told so. */
    private static void offer(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
        routes.post(path, FederationEndpoints::onlyGot);
        routes.put(path, FederationEndpoints::onlyGot);
        routes.patch(path, FederationEndpoints::onlyGot);
        routes.delete(path, FederationEndpoints::onlyGot);
    }

    private static void onlyGot(Context context) {
        context.header("Allow", "GET, HEAD");
        refuse(context, 405, "invalid_request", "this can only be got");
    }

    private void configuration(Context context) throws SigningException {
        StatementDraft draft = StatementDraft.configuration(
                        Entity.keySet(entity.keys().federation()))
                .metadata(EntityMetadata.FEDERATION_ENTITY, federationEntity());
        metadata.forEach(draft::metadata);
        @Nullable String superior = entity.settings().superior();
        if (superior != null) {
            draft.authorityHints(superior);
        }
        context.contentType(STATEMENT).result(issuer.issue(draft, LIFETIME));
    }

    private RawJson federationEntity() {
        Role role = entity.settings().role();
        return RawJson.written(out -> {
            out.startObject().member("organization_name", entity.settings().name());
            if (role.hasMembers()) {
                out.member("federation_fetch_endpoint", entity.address(FETCH))
                        .member("federation_list_endpoint", entity.address(LIST));
            }
            if (role == Role.HUB) {
                out.member(CHOICE, entity.address(ProviderChoice.PATH));
            }
            out.endObject();
        });
    }

    private void fetch(Context context) throws SigningException {
        @Nullable String subject = Parameters.ofQuery(context).orElse(Map.of()).get("sub");
        if (subject == null) {
            refuse(context, 400, "invalid_request", "the parameter sub names a member, once");
            return;
        }
        if (subject.equals(entity.id())) {
            refuse(context, 400, "invalid_request", "what this entity says of itself is at its well-known address");
            return;
        }
        EntityDescription member = members.get(subject);
        if (member == null) {
            refuse(context, 404, "not_found", "that is no member");
            return;
        }
        StatementDraft draft = StatementDraft.about(subject, member.keys()).metadataPolicy(POLICY);
        if (entity.settings().role() == Role.HUB) {
            // A province may have platforms below it, and those nobody.
            draft.constraints(new TrustChainConstraints(1, null, List.of(), null));
        }
        context.contentType(STATEMENT).result(issuer.issue(draft, LIFETIME));
    }

    private void list(Context context) {
        Map<String, String> query = Parameters.ofQuery(context).orElse(null);
        if (query == null || !Set.of("entity_type").containsAll(query.keySet())) {
            refuse(context, 400, "unsupported_parameter", "members can be listed by one entity_type");
            return;
        }
        @Nullable String type = query.get("entity_type");
        context.contentType("application/json").result(JsonWriter.compact(out -> {
            out.startArray();
            members.values().stream()
                    .filter(member -> type == null || member.types().contains(type))
                    .forEach(member -> out.value(member.entity()));
            out.endArray();
        }));
    }

    private static void refuse(Context context, int status, String error, String description) {
        context.status(status)
                .contentType("application/json")
                .result(JsonWriter.compact(out -> out.startObject()
                        .member("error", error)
                        .member("error_description", description)
                        .endObject()));
    }
}
