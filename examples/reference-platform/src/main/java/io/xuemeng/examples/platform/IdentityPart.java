package io.xuemeng.examples.platform;

import io.javalin.config.RoutesConfig;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.examples.platform.account.Accounts;
import io.xuemeng.examples.platform.account.PasswordCheck;
import io.xuemeng.examples.platform.federation.Entity;
import io.xuemeng.examples.platform.federation.FederationEndpoints;
import io.xuemeng.examples.platform.federation.ProviderChoice;
import io.xuemeng.examples.platform.oidc.Provider;
import io.xuemeng.examples.platform.oidc.Tokens;
import io.xuemeng.examples.platform.relyingparty.RelyingParty;
import io.xuemeng.examples.platform.relyingparty.TestingHook;
import io.xuemeng.examples.platform.web.Browsers;
import io.xuemeng.examples.platform.web.Cookies;
import io.xuemeng.examples.platform.web.Pages;
import io.xuemeng.identity.federation.EntityMetadata;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part of the platform that knows people and other platforms: an entity of the federation, and, unless it is the hub, an issuer and a
 * relying party.
 */
final class IdentityPart implements AutoCloseable {

    /**
     * What it is.
     *
     * @param entity who it is in the federation
     * @param accounts its own people
     * @param sm2 whether it wants other platforms to sign with SM2
     * @param testing whether it judges tokens for conformance tests
     */
    record Settings(Entity.Settings entity, Accounts accounts, boolean sm2, boolean testing) {

        /** One that people use. */
        Settings(Entity.Settings entity, Accounts accounts, boolean sm2) {
            this(entity, accounts, sm2, false);
        }
    }

    /** What all but the hub have. */
    private record People(
            Provider provider,
            RelyingParty relyingParty,
            Tokens tokens,
            HomePage home,
            @Nullable TestingHook testing) {}

    private final Entity entity;
    private final Pages pages;
    private final @Nullable People people;

    IdentityPart(Settings settings, Clients clients, Clock clock) {
        this.entity = new Entity(settings.entity());
        Cookies cookies = new Cookies(settings.entity().id());
        Pages.Site site = new Pages.Site(
                settings.entity().name(),
                "https".equals(settings.entity().id().getScheme()),
                settings.entity().isDemonstration());
        this.pages = new Pages(site, cookies);
        this.people = settings.entity().role().hasPeople() ? people(settings, clients, cookies, clock) : null;
    }

    private People people(Settings settings, Clients clients, Cookies cookies, Clock clock) {
        Browsers browsers = new Browsers(cookies);
        PasswordCheck passwords = new PasswordCheck(settings.accounts(), clock);
        Tokens tokens = new Tokens(entity, clients::scopesOf, clock);
        Provider provider = new Provider(entity, tokens, clients, passwords, cookies, browsers, pages, clock);
        RelyingParty relyingParty = new RelyingParty(entity, settings.sm2(), cookies, browsers, pages, clock);
        HomePage home = new HomePage(provider.sessions(), relyingParty.visits(), browsers, pages);
        TestingHook testing = settings.testing() ? new TestingHook(entity, settings.sm2()) : null;
        return new People(provider, relyingParty, tokens, home, testing);
    }

    /** Adds all its pages and endpoints to a web server. */
    void register(RoutesConfig routes) {
        routes.get("/style.css", Pages::style);
        Map<String, RawJson> metadata = new LinkedHashMap<>();
        if (people == null) {
            new ProviderChoice(entity, pages).register(routes);
        } else {
            people.provider.register(routes);
            people.relyingParty.register(routes);
            routes.get("/", people.home::show);
            if (people.testing != null) {
                people.testing.register(routes);
            }
            metadata.put(EntityMetadata.OPENID_PROVIDER, people.provider.metadata());
            metadata.put(EntityMetadata.OPENID_RELYING_PARTY, people.relyingParty.metadata());
        }
        new FederationEndpoints(entity, metadata).register(routes);
    }

    /** Its tokens; a hub has none. */
    Optional<Tokens> tokens() {
        return people == null ? Optional.empty() : Optional.of(people.tokens);
    }

    Pages pages() {
        return pages;
    }

    @Override
    public void close() {
        if (people != null) {
            people.provider.close();
        }
    }
}
