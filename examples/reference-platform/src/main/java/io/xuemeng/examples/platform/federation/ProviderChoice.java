package io.xuemeng.examples.platform.federation;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.xuemeng.examples.platform.web.Pages;
import io.xuemeng.examples.platform.web.Parameters;
import io.xuemeng.identity.federation.EntityMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hub's page on which people say where their account is. A platform sends its visitors here with its own identifier; from here they
 * go back to the address at which that platform, by its metadata, begins a sign-in ({@code initiate_login_uri}; OpenID Connect Core 1.0,
 * 4), with the chosen issuer. No address comes from the request, so nobody can be led astray.
 */
public final class ProviderChoice {

    /** Where the page is. */
    static final String PATH = "/choose";

    private static final Logger LOG = LoggerFactory.getLogger(ProviderChoice.class);

    private final Entity entity;
    private final Pages pages;

    /** The page of a hub. */
    public ProviderChoice(Entity entity, Pages pages) {
        this.entity = entity;
        this.pages = pages;
    }

    /** Adds it to a web server. */
    public void register(RoutesConfig routes) {
        routes.get(PATH, this::choose);
    }

    /** Where a platform sends people to choose; empty when the trust anchor has no such page. */
    public static Optional<String> address(Entity entity) {
        return entity.trusted(entity.anchor(), EntityMetadata.FEDERATION_ENTITY)
                .flatMap(anchor -> anchor.text(EntityMetadata.FEDERATION_ENTITY, FederationEndpoints.CHOICE));
    }

    private void choose(Context context) {
        String client = Parameters.ofQuery(context).orElse(Map.of()).getOrDefault("client_id", "");
        Optional<EntityMetadata> metadata = entity.trusted(client, EntityMetadata.OPENID_RELYING_PARTY);
        Optional<String> address =
                metadata.flatMap(known -> known.text(EntityMetadata.OPENID_RELYING_PARTY, "initiate_login_uri"));
        if (address.isEmpty()) {
            pages.say(context, 400, "unknownIssuer");
            return;
        }
        List<Map<String, String>> choices = new ArrayList<>();
        for (EntityDescription member : entity.settings().members()) {
            if (!member.entity().equals(client)) {
                issuer(member.entity())
                        .ifPresent(issuer -> choices.add(choice(member.entity(), issuer, address.get(), context)));
            }
        }
        pages.show(
                context,
                200,
                "choose",
                Map.of("client", Entity.name(client, metadata.orElseThrow()), "issuers", choices));
    }

    /** A member as an issuer; empty, too, when too many wait for it already: the others are of use without it. */
    private Optional<EntityMetadata> issuer(String member) {
        try {
            return entity.trusted(member, EntityMetadata.OPENID_PROVIDER);
        } catch (BusyException e) {
            LOG.atWarn().addKeyValue("member", member).log("a member is not offered: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private Map<String, String> choice(String issuer, EntityMetadata metadata, String address, Context context) {
        String language = pages.language(context).toLanguageTag();
        return Map.of(
                "name",
                Entity.name(issuer, metadata),
                "address",
                Parameters.append(address, Map.of("iss", issuer, "lang", language))
                        .toString());
    }
}
